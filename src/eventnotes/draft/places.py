"""Places: towns and states that somebody is from, and that employ nobody."""

from __future__ import annotations

import re

TOWNS = frozenset(
    re.findall(
        r"\w[\w. ]+\w",
        """
        Aarhus, Abuja, Accra, Addis Ababa, Amsterdam, Ankara, Antwerp, Athens, Atlanta, Auckland, Austin, Baltimore,
        Bangalore, Bangkok, Barcelona, Basel, Beijing, Beirut, Belfast, Belgrade, Bengaluru, Bergen, Berlin, Bilbao,
        Bogotá, Bologna, Bordeaux, Boston, Bratislava, Brighton, Brisbane, Bristol, Brooklyn, Brussels, Bucharest,
        Budapest, Buenos Aires, Cairo, Calgary, Cape Town, Cardiff, Chennai, Chicago, Cincinnati, Cleveland, Cologne,
        Copenhagen, Dakar, Dallas, Delhi, Denver, Detroit, Dhaka, Dresden, Dubai, Dublin, Durban, Edinburgh, Eindhoven,
        Frankfurt, Galway, Gdańsk, Geneva, Ghent, Glasgow, Gothenburg, Hamburg, Hanoi, Helsinki, Hong Kong, Honolulu,
        Houston, Hyderabad, Istanbul, Jakarta, Johannesburg, Kampala, Karachi, Kathmandu, Kigali, Kraków, Krakow, Kyiv,
        Kyoto, Lagos, Lahore, Las Vegas, Leeds, Leipzig, Lima, Lisbon, Liverpool, Ljubljana, London, Los Angeles, Lyon,
        Madrid, Malmö, Manchester, Manila, Marseille, Medellín, Melbourne, Mexico City, Miami, Milan, Minneapolis,
        Minsk, Montevideo, Montreal, Montréal, Moscow, Mumbai, Munich, Nairobi, Nantes, Naples, New Delhi, New Orleans,
        New York, New York City, Oakland, Osaka, Oslo, Ottawa, Paris, Perth, Philadelphia, Pittsburgh, Portland, Porto,
        Poznań, Prague, Pune, Quito, Riga, Rio de Janeiro, Rome, Rotterdam, Sacramento, San Diego, San Francisco,
        San José, Santiago, São Paulo, Sao Paulo, Seattle, Seoul, Seville, Shanghai, Sheffield, Sofia, Stockholm,
        Stuttgart, Sydney, Taipei, Tallinn, Tampa, Tbilisi, Tehran, Tel Aviv, The Hague, Tokyo, Toronto, Turin,
        Utrecht, Valencia, Vancouver, Vienna, Vilnius, Warsaw, Wellington, Wrocław, Zagreb, Zurich, Zürich
        """,
    )
)
"""Towns that are hardly employers, at least where nothing but the name stands."""
STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois"
    "|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri"
    "|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)|(?:North|South) (?:Carolina|Dakota)|Ohio|Oklahoma"
    "|Ontario|Oregon|Pennsylvania|Rhode Island|Tennessee|Texas|Utah|Vermont|Virginia|Washington|Wisconsin|Wyoming"
)
"""Patterns of states of North America."""
