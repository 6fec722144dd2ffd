"""Values that validators are known to judge differently, as JSON texts; each is tried in every field of the model."""

from __future__ import annotations

import json

LITERALS = """
null true false 0 1 2 3 -1 1.0 1e0 10e-1 1.5 -0.0 -0 0.1 2017 90 90.0000001 -90 -90.1 91 180 -180.5 181 1e-400 1e22
1e400 -1e400 9007199254740993 9223372036854775807 9223372036854775808 -9223372036854775808 -9223372036854775809 1E300
9.3e18 [] [[]] {} [{}] [null] [""] ["a"] ["a","a"] ["a",1] [["a"]] [true] [1] {"a":1} {"name":"a"} {"name":null}
{"url":"http://a"} {"text":"a"} {"title":"a"} {"name":"a","extra":{}} {"name":""} [{"name":"a"}] [{"text":"a"}] [[1]]
[{"url":"http://a"}] [{"url":"mailto:a@b"}] [{"url":"ftp://a"}] [{"name":"a","elements":[]}] [{"name":"a","id":"A"}]
[{"name":"a"},null] {"a":{"b":[{"c":null}]}} {"":""} {"a":1e300} {"a":[1.5,-0.0,1e-400]} {"a":{"__proto__":1}}
[{"title":"a"}]
"""

# One a word, or between bars where white space or controls are in it.
WORDS = """
a A 1 a- -a a--b a_b ana-lima é aé null true ~ 😀 a😀 👩\u200d💻 ß İ 漢 \\ " <b> ../x \u212a e\u0301
direct indirect Direct draft reviewed 2017 02017 0000 0001 0002 0010 0999 9998 9999 10000 -2017 +2017 17 ２０１７
2017-10 2017-00 2017-13 2017-1 2017-10- 201710 2017-10-05 2017-10-00 2017-10-32 2017-10-5 2017-02-28 2024-02-29
2017-04-30 2017-12-31 2017-W40 2017-278 20171005 2017-10-05T 2017-10-05T09 2017-10-05T09:30 2017-10-05t09:30 T T09
2017-10-05T0930 2017-10-05T24:00 2017-10-05T23:59:59 2017-10-05T23:59:60 2017-10-05T09:60 2017-10-05T09:30:00. T09:30
2017-10-05T09:30:00.1 2017-10-05T09:30:00,1 2017-10-05T09:30:00.111111111111111111111111111111 T9:30 09:30 T09:30Z
2017-10-05T09:30:00.1111111111111111111111111111111 2017-10-05T09:30Z 2017-10-05T09:30z 2017-10-05T09:30+01:00 T24:00
2017-10-05T09:30+0100 2017-10-05T09:30+01 2017-10-05Z t09:30 2017-10-05T09:30-00:00 2017-10-05T09:30+24:00
2017-10-05T09:30+23:59 2017-10-05T09:30+01:60 2017-10-05T09:30:00.5-05:30
http://a http:// http:a http:/a http:///a //a HTTP://A hTTps://a https://a.b/c?d=e#f ftp://a x://a http://a:0
http://a:80 http://a:65535 http://a:65536 http://a:99999 http://a:080 http://a: http://a:b http://a:-1 http://:80
http://a:80:80 http://a:８０ http://-a http://a- http://a--b http://a..b http://a. http://.a http://a_b http://例え.jp
http://bücher.example http://😀.ws http://a\\b http://a/\\ http://%61 http://a\uff0fb http://a\uff20b http://a\u2100b
http://a/é😀 http://é@a http://[::1] http://[::1]:80/a http://[::1 http://::1 http://[] http://[:::] http://[1:2]
http://[1:2:3:4:5:6:7:8] http://[1::2::3] http://[12345::] http://[1:2:3:4:5:6:7:8:9] http://[::ffff:192.0.2.1]
http://[1::2] http://[::192.0.2.256] http://[g::] http://u@a http://u:p@a http://@a http://u@@a http://u@ http://a?b
http://a#b http://a? http://a/#a#b http://a^b http://a/%zz http://a/<b> http://a/'" http://a|b https:a@b data:,a
mailto:a@b MAILTO:a@b mailto:a mailto:@b mailto:a@ javascript:alert(1)
en EN-gb e en_GB en- en--GB zh-Hant-TW x-private i-klingon en-123456789 abcdefgh abcdefghi ёё en-é en\u0301
Europe/London UTC Etc/GMT+3 America/Port-au-Prince
"""
SPACED = (
    "| a|a |a b|a  b|\ta|a\tb|a\t|\n|a\n|\na|a\nb|a\r|a\r\nb|\r| |\t|  \n|\x00|a\x00|a\x01b|a\x08|a\x0bb|a\x0cb|a\x1fb"
    "|a\x7fb|\x7f|a\x80|a\x85b|\x9f|\xa0|\xa0a|a\xa0|a\xa0b|\xada|\u1680a|\u180ea|\u2000a|a\u200a|\u200ba|a\u200d|\u2028"
    "|a\u2028|a\u2028b|\u2029a|\u202fa|\u205fa|\u2060a|\u3000a|\ufeff|\ufeffa|a\ufeff|a\ufeffb|\ufffe|\uffff|\ufffd|\ue000"
    "|\U00010000|\U0010ffff|\U000e0001a|\u202ea|2017 |2017-10-05\n|\n2017|2017-10-05 09:30|http://a b|http://a/b c"
    "|http://a\u2003b|http://a\u00a0b|http://a\ufeffb|http://a/\u00a0|http://a/\u2028|http:// |http://a/\x7f|http://a/\n"
    "|http://a\n| http://a|mailto:a b@c|Europe London|en "
)
LONG = ("a" * 64, "a" * 65, "a" * 1_001)

VALUES = (
    *LITERALS.split(),
    *(json.dumps(one, ensure_ascii=False) for one in (*WORDS.split(), *SPACED.split("|"), *LONG)),
)
