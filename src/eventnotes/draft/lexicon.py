"""Lexicon: the words by which people, roles, organizations and acts of speech are told."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\S+", text))


def alternatives(words: str) -> str:
    """Patterns that begin with letters, given as `a|b`, as one that tells the first letter of several only once.

    That is far faster to search for, above all where capitals do not matter.
    """
    rest: dict[str, list[str]] = {}
    for word in re.split(r"\s*[|](?![^()]*\))\s*", words.strip()):
        rest.setdefault(word[0], []).append(word[1:])
    ways = [f"{first}(?:{'|'.join(several)})" for first, several in rest.items()]
    return f"(?:{'|'.join(ways)})"


MONTHS = re.findall(r"\w+", "January February March April May June July August September October November December")
MONTHS_ABROAD = (
    "janvier enero januar januari gennaio janeiro stycznia",
    "février febrero februar februari febbraio fevereiro lutego",
    "mars marzo märz maart março marca",
    "avril abril april aprile kwietnia",
    "mai mayo mei maggio maio maja",
    "juin junio juni giugno junho czerwca",
    "juillet julio juli luglio julho lipca",
    "août agosto august augustus augusti sierpnia",
    "septembre septiembre settembre setembro września",
    "octobre octubre oktober ottobre outubro października",
    "novembre noviembre novembro listopada",
    "décembre diciembre dezember dicembre dezembro grudnia",
)
"""The months in French, Spanish, German, Dutch, Italian, Portuguese and Polish."""
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
GATHERINGS = (
    "barcamp|bootcamp|camp|colloquium|conference|congress|convention|expo|fair|festival|forum|hackathon|hack ?day"
    "|hack ?night|jam|meet-?up|meet-?ing|retreat|round ?table|seminar|summit|symposium|unconference|webinar|workshop"
    "|con|conf|kongress|tagung|treffen|journ[ée]e|jornada|congreso|congresso|konferenz|konferens"
)
"""Patterns of words for a gathering that hardly mean anything else, in small letters, without the plural."""
POSTS = (
    "recap|report|notes|highlights|thoughts|reflections|review|lessons|diary|moments|winners|takeaways|summary|summaries"
    "|perspective|portrait|round-?up|learnings|insights|experience|impressions|retrospective|slides|videos?"
    "|wrap[ -]?up|write-?up|blog|post|debrief|cr[oó]nica|resumen|resumo|bericht|nachlese|r[üu]ckblick|verslag"
    "|compte[- ]?rendu|retour sur"
)
"""Patterns of words by which a post calls itself."""
COUNTRIES = _words(
    """
    africa america argentina australia austria bangladesh belgium brazil bulgaria cameroon canada chile china
    colombia croatia cyprus denmark egypt england estonia ethiopia europe finland france germany ghana greece
    hungary iceland india indonesia iran iraq ireland italy japan kenya korea latvia lithuania luxembourg
    malaysia malta mexico morocco nepal netherlands nigeria norway pakistan peru philippines poland portugal
    romania russia rwanda scotland senegal serbia singapore slovakia slovenia spain sweden switzerland taiwan
    tanzania thailand tunisia turkey uganda uk ukraine uruguay usa venezuela vietnam wales zimbabwe
    """
)
"""Countries of one word, and their like."""
NAMESAKES = _words(
    """
    act award awards bridge building campus celebration center centre challenge cup day fellowship framework hotel law
    lecture memorial method model park plaza prize room scholarship square stadium stage street test theater theatre
    theorem tower
    """
)
"""What is named after a person."""
PARTICLES = _words(
    """
    abu af al av bar ben bin da das de del della den der di do dos du e el i ibn la le te ten ter van vom von wa y zu
    zur
    """
)
"""Small words inside names."""
HONORIFICS = _words(
    """
    Alderman Alderwoman Ambassador Baroness Barr Capt Captain Cllr Col Colonel Commissioner Congressman Congresswoman
    Councillor Councilman Councilwoman Dame Dr Engr Gen General Gov Governor Hon Honorable Honourable Judge Justice
    Lady Lord Mayor Minister Miss Mr Mrs Ms Mx President Prof Professor Rep Representative Rev Reverend Secretary Sen
    Senator Sir
    """
)
"""Titles before names."""
AMBIGUOUS = _words(
    """
    Alexa Apr April Art Aug August Austin Bill Blessing Chase Con Dean Del Don Drew Edit Faith Favour Grace Grant Green
    Hope Joy Julia June Line Mark May Melody Mercy Meta North Patience Peer Precious Rich Rose Ruby Summer Will
    """
)
"""Given names that are common words, places or products."""
FAMILY_NAMES = _words(
    """
    An Ahn Baek Bae Chae Cha Chan Chang Chen Cheng Cho Choi Chung Eom Fan Fang Gao Go Gu Guo Ha Han He Heo Hong Hsieh
    Hsu Hu Huang Hwang Im Jang Jeon Jeong Jin Jo Joo Ju Jung Kang Kim Ko Koo Kwon Lai Lee Lei Li Liang Liao Lim Lin Liu
    Lu Luo Ma Min Moon Na Nam Noh Oh Pan Park Peng Roh Ryu Seo Shim Shin Sim Sohn Son Song Sun Tan Tsai Tseng Tu Wang
    Wei Wong Woo Wu Xie Xu Yan Yang Yeo Yi Yim Yoo Yoon Yu Yun Zhang Zhao Zheng Zhou Zhu
    """
)
"""Family names beside which two syllables are a given name."""
NO_PERSONS = frozenset(
    re.findall(
        r"\w+ \w+",
        """
        Abu Dhabi, Addis Ababa, Ann Arbor, Baton Rouge, Belo Horizonte, Buenos Aires, Burkina Faso, Chapel Hill,
        Chi Minh, Chiang Mai, Corpus Christi, Costa Mesa, Costa Rica, Covent Garden, Den Haag, Des Moines, Eau
        Claire, El Salvador, Grand Rapids, Hong Kong, Kuala Lumpur, La Jolla, Milton Keynes, Monte Carlo,
        Niagara Falls, Notting Hill, Nova Scotia, Palo Alto, Phnom Penh, Porto Alegre, Puerto Rico, Rio Grande,
        Santo Domingo, Sao Paulo, São Paulo, Siem Reap, Sierra Leone, Sri Lanka, Tel Aviv, Terre Haute, Victoria
        Falls, Albert Heijn, Booz Allen, Carnegie Mellon, Charles Schwab, Dow Jones, Eli Lilly, Ernst Young,
        Fannie Mae, Freddie Mac, Goldman Sachs, Harley Davidson, Harvey Mudd, John Deere, Johns Hopkins, Leroy
        Merlin, Max Planck, Mercedes Benz, Morgan Stanley, Philip Morris, Red Hat, Rolls Royce, Thomson Reuters,
        Warner Bros, Wells Fargo
        """,
    )
)
"""Places and organizations that look like persons."""
POSTNOMINALS = _words(
    """
    CBE CISSP DBE FRS II III IV Jr KBE MBA MBE MD MSc OBE Ph.D PhD Sr
    """
)
"""Letters after names."""
DEGREES = _words(
    """
    b.a b.s b.sc ba bs bsc cbe cissp cpa cphims dba dds dnp dphil drph edd esq facp facs faia fhimss frs frcp gisp jd jr
    kbe llb llm lmsw ma m.a mba mbe mbbs m.d md m.ed med meng mfa mha mlis mls mph mphil mpp ms m.s msc msw obe
    ph.d pharmd phd pmp psyd rgn rhia rnc sr
    """
)
"""Letters of degrees and honours, in small letters."""
ROLE_NOUNS = _words(
    """
    academic accountant activist actor actress adjunct adviser advisor advocate agilist alderwoman ambassador
    analyst anchor animator archaeologist architect archivist artist assistant associate astronaut astronomer author
    bioinformatician biologist biostatistician bricklayer broker builder candidate captain cdio cdo ceo cfo chair
    chairman chairperson chairwoman chancellor chemist chief chro cio ciso clerk clinician cmo co-chair co-creator
    co-director co-founder co-lead co-ordinator co-organiser co-organizer coach codirector cofounder colead
    commissioner committer communicator composer conductor consul consultant contractor contributor controller
    convener coo cooperator coordinator correspondent councillor counsel cpo creator cso ctio cto curator cxo
    data-scientist dean dentist deputy designer detective developer devops dietitian director dj doctor ecologist
    economist editor educator electrician employee engineer entrepreneur environmentalist epidemiologist
    ethnographer evangelist executive expert facilitator farmer fellow filmmaker fisherman founder futurist gardener
    geneticist geographer geologist geophysicist governor gp hacker head historian host hydrologist illustrator imam
    inspector instructor intern interpreter inventor investigator investor journalist judge laureate lawyer lead
    leader lecturer liaison librarian linguist maintainer maker manager marketer mathematician mayor mechanic
    mediator member mentor meteorologist minister moderator musician neuroscientist nurse officer operator organiser
    organizer owner paramedic partner pathologist pensioner pharmacist philosopher photographer physician physicist
    pilot planner pm po poet policymaker postdoc practitioner president principal producer professor
    programme-manager programmer prosecutor provost pupil psychiatrist psychologist publisher ranger recruiter registrar
    regulator reporter representative researcher scholar scientist scrum-master secretary senator sergeant setter
    shopkeeper singer sociologist solicitor specialist spokesperson sre statistician steward strategist student
    superintendent supervisor surgeon surveyor svp teacher tech-lead technician technologist tester therapist
    trainer translator treasurer trustee tutor undersecretary vc veterinarian vice-chair vice-president volunteer vp
    whistleblower writer
    mep mp msp rn
    actuary alum assemblymember auditor banker biographer broadcaster bookkeeper caregiver carer chaplain chef
    comptroller congressman congresswoman convenor councilman councilmember councilwoman councilor counsellor
    counselor critic dba driver enthusiast essayist firefighter forester generalist grad hobbyist influencer
    legislator mentee midwife paralegal pastor preceptor priest rabbi rapporteur reviewer sdet sysadmin tpm trader
    trainee undergrad underwriter videographer webmaster welder youtuber
    admin biochemist bursar caretaker coder diplomat exec fabricator guitarist hacktivist lawmaker marketeer
    neurosurgeon notary operative organist philanthropist physiotherapist postgrad proprietor pundit receptionist rep
    restaurateur roboticist rse sde servant staffer swe techie thinker tinkerer
    administrator alderman alumna alumnus apprentice attorney barrister blogger champion cinematographer columnist
    copywriter cro delegate dev devrel drummer envoy evp florist freelancer geek gm graduate guru guy lobbyist
    magistrate nerd ninja novelist nutritionist performer pi playwright podcaster postgraduate psychotherapist
    sculptor sociolinguist storyteller streamer undergraduate vlogger warden wizard worker yogi
    directeur directrice professeur responsable fondateur fondatrice développeur développeuse chercheur chercheuse
    leiter leiterin geschäftsführer geschäftsführerin gründer gründerin entwickler entwicklerin professorin
    ingeniero ingeniera directora fundador fundadora profesor profesora
    abteilungsleiter abteilungsleiterin adviseur aide alcalde alcaldesa anaesthetist arborist architecte architekt
    architektin arquitecta arquitecto assemblyman assemblywoman autor autorin beekeeper berater beraterin bookseller
    botanist brewer burgemeester bürgermeister bürgermeisterin campaigner cartoonist caseworker cellist chargé
    chargée cheffe chiropractor cleric cofondateur cofondatrice cofundador cofundadora collaborator colonel comedian
    commander commodore congressperson conservationist conservator constable consultante consultor consultora
    coordenador coordenadora coordinador coordinadora copyeditor craftsman criminologist cryptographer deejay
    desarrollador desarrolladora desenvolvedor desenvolvedora designeuse direktor direktorin diretor diretora
    direttore direttrice docent doctorant doctorante doktorand doktorandin dozent dozentin dramatist dramaturg emcee
    engenheira engenheiro enseignant enseignante ergonomist estudante estudiante ethicist evaluator examiner
    fondatore forscher forscherin forskare forsker fundraiser futurologist gamer gerente giornalista grundare
    grundlægger headmaster headmistress headteacher hoogleraar humorist implementer implementor ingegnere ingenieur
    ingenieurin ingénieur ingénieure innovator integrator interviewer investigador investigadora jefa jefe
    jornalista journaliste journalistin jurist kommunalråd lexicographer logician machinist magician maire marshal
    mc mede-oprichter metallurgist missionary mitarbeiter mitarbeiterin mitgründer mitgründerin modeler modeller
    naturalist negotiator obstetrician oceanographer ombudsman onderzoeker ontwikkelaar oprichter oprichtster
    optician optometrist ordførende ordfører paediatrician parliamentarian pediatrician periodista pesquisador
    pesquisadora pianist plumber politician polymath postmaster preacher preservationist presidenta presidente
    proctor professeure professora professore professoressa projektleiter projektleiterin président présidente
    publicist radiographer realtor rector referent referentin ricercatore ricercatrice salesperson scenographer
    screenwriter secretaria secretario sheriff showrunner skipper soldier sommelier songwriter spokesman sprecher
    sprecherin studentin stylist superuser sviluppatore sviluppatrice taxonomist theologian theorist toolmaker
    typographer udvikler umpire urbanist utvecklare utvikler vicar violinist vocalist voorzitter vorsitzende
    vorsitzender vorstand wethouder winemaker wissenschaftler wissenschaftlerin woodworker wrangler
    """
)
"""Words that a role ends in."""
ROLE_STARTS = _words(
    """
    acting adjunct art assistant associate backend chair chief co-founder communications county creative data
    deputy design digital emerita emeritus eu executive federal first former founder founding fe freelance front-end
    full-stack general global group head honorary independent information interim international joint junior lead
    local managing marketing national operations ph.d phd policy postdoctoral principal private product professor
    program programme project public regional research scrum second senior service software staff state team
    asst assoc jr sr technical third u.k u.s uk us user vice visiting
    """
)
"""Words that stand before these."""
DISCIPLINES = _words(
    """
    accessibility administration ai ml qa ui seo crm gis pr analysis analytics applications architecture arts
    astronomy bioinformatics
    biology biostatistics business care chemistry commerce communications community compliance computation
    computer computing content culture customer customers cyber cybersecurity data delivery design development
    devops digital diversity ecology economics education engagement engineering epidemiology events experience
    faculty finance geography geology growth health hr human humanities ict inclusion informatics information
    infrastructure innovation insight insights it journalism learning linguistics logistics machine marketing
    mathematics media medicine mobile networks neuroscience open operations outreach partnerships people
    performance philosophy physics planning platform policy press privacy procurement product products programme
    programmes programs projects psychology public publishing quality r&d recruitment relations research sales
    science sciences search security service services sociology software solutions staff statistics strategy
    support sustainability systems interaction talent technical technology transformation transport ux web
    .net android angular api apis css devsecops html ios iot java javascript linux php python rails react ruby sql
    typescript vr
    """
)
"""What somebody is the head, director or professor of."""
ORGANIZATION_WORDS = _words(
    """
    academy administration agency alliance archive archives army assembly association authority bank board borough
    broadcasting bureau center centre charity church city clinic club co coalition collective college commission
    committee commons company confederation congress consortium consultancy consulting corp corporation council
    county court department dept directorate district division embassy enterprises faculty federation firm force
    forum foundation fund gmbh government group guild hall health hospital hospitals house hub inc industries
    initiative institut institute institution international lab laboratories laboratory labs league library
    limited llc ltd media ministry mission museum network nhs office organisation organization parliament partners
    partnership plc police press project publishing roundtable royal school schools secretariat senate service
    services society software solutions station studio studios survey systems team technologies theater theatre treasury
    trust union facultad faculdade universidad universidade universiteit universitetet university università
    universität université uniwersytet ventures vereniging works
    """
)
"""Words that make a name an organization's."""
_TOPICS = _words(
    """
    about above academy access accessibility according across act action active additional additionally adoption
    advanced advice african after afterwards again agenda agile ai all almost alpha also although always american
    among analysis analytics android angular annual another answers any api apis app apple application apps
    architecture are art artificial as asian asking assisted associate at auditorium australian automation avenue
    award azure back badge bar barriers based basic bay be beach beautiful because becoming before behind
    belgian below beside best better between beyond big bill blockchain blog book bootcamp both breakfast breakout
    bridge british broadband budget build building business but by cafe café call camp campus can canadian capital
    capitol care career case celebration center central centre challenge change channel chapter chat child children
    chinese christian christmas church citizen city civic class cloud club coast code coding coffee collaboration
    colloquium com comments committee communication community compiler components computer computing concluding
    conclusion conference congress connect connecting content context continuous convention conversation core corps
    county court covid create creating creative critical cross css csv culture currently customer cyber daily
    dashboard data database day days debian debugger deck deep deliver delivering delivery demo deploy deputy design
    designing despite dev developer development devops diagram digital dinner discovery discussion diseases district
    do docker docs does don't down draft drive drupal during dutch each early earth easy economic economy ecosystem
    edition education effective eight election electronic elixir email ember employee enabling engagement
    engineering english enough enterprise environment equality equity etherpad european even evening event
    eventually ever every everyone evolution experience expo facebook fair features federal feedback festival few
    figure final finally find findings finnish first five flemish flexible floor focus following food for forms
    fortunately forum four framework france free french friday from front full function functional furthermore
    future galaxy gallery game gender general german get getting git github given global go good google gov
    government graphql great ground group growth guide hack hackathon hacking hall hand happy hardware have hazard
    he health healthcare hello help hence her here hers hey hi high highlights his history home hotel hour house how
    however html http human ideas identity if impact implementing improving in inclusion inclusive indeed
    independent indian industry information infrastructure initially innovation innovative inside insight instead
    intelligence interactive interface internal international internet interpreter into introducing introduction ios
    ipad iphone irish is issue it italian its japanese java javascript jewish job jobs join journey json just kafka
    keeping key keynote keys kingdom kitchen knowledge korean kubernetes lab labs lake language large last later law
    laws leadership lean learn learned learning leave legacy less lessons let level library life lightning like
    linux list live living local london long look looking luckily lunch mac machine main make making management many
    map mapping maps marketing massive master math maybe me meanwhile media medicine meet meeting meetup member
    metrics mexican microservices microsoft mine mobile model modeling modelling modern mongodb monitoring more
    moreover morning most movement moving much museum music my national native natural near need neither net network
    networking never new news next night no node north norwegian nosql not note notebook november now numerical off
    office official often old on once one online only open opening operation optimization optimizing or oracle org
    organisation organization originally our out outside over overall overview own package page panel panelists
    paper parallel park part party past path pattern pdf people per performance perhaps personal personally
    perspective pipeline pitch plain plan planning platform play plaza please plugin plus podcast policy polish
    portal post postgres postgresql power practical practice presentation presenters press previously principles
    privacy prize probability problem process processing product production professional program programme
    programming progress project prototype province pub public python quality query question quick quite quotes
    rails rather react reading real recap recent recently recommendations redesign redis reflections registration
    regular rehabilitation related release remarks remote report republic request requirements research resource
    rest results retreat review revolution rise river road roadmap robot roles room round roundtable ruby rules
    running runtime russian rural rust sadly safety scala scale scaling schedule school science scientific scottish
    scrum search season second section sector secure security see seminar series server service session setting
    seven several sharing she shop should show sign silicon similarly simple since site six skills slack slides
    small smart so social society software solution some sometimes south space spanish spark speaker speech spring
    sprint sql square stack stage stakeholder standard start started startup state static statistics status step
    still story storytelling strategic strategies strategy stream street strong structure student studies studio
    study style success such suite summary summer summit super support survey sustainable svg swedish symposium
    system tables take takeaway talk team tech technical technique technologies technology ted tell ten test testing
    text thank that the theater theatre their them theme then theory there therefore these they thing think this
    those thoughts three through thus ticket time tip tips to today together too tool toolkit top topics tour
    towards tower town track trade traditional training transformation transforming transition transport travel tree
    trends trip true trust tuesday tutorial tv twitter two types ui unconference under understanding unfortunately
    union unit united university until up update upon url us usability use user using usually ux valley value
    various version very via video view village virtual vision visit visual visualization volunteers vue was watch
    water way ways we web webinar week weekend weekly welcome well welsh were what when where which while white who
    why wide wiki will windows winter with within without women wordpress work workflow working workplace workshop
    world writing xml yaml year yes yesterday yet you young your youtube zone zoom beim der die ein eine einem einen
    les attended enjoyed missed visited watched
    """
)
TOPIC_WORDS = _TOPICS | {f"{one}s" for one in _TOPICS if len(one) > 3}
"""Words that, written with a capital, are hardly part of a person's name."""
SURNAME_WORDS = _words(
    """
    abbot archer baker banks bell best bird bishop black bridge bridges bright brown bush butler carter case chase
    christian church constable cook cooper cross day dean dev drive english farmer field fields fish fisher ford fox
    french frost fuller gardener gates german gold good green hall hill holland house hunt irish judge king lake
    land lane law little long love major marshall mason may mayor miller mission moon moss noble north page park
    parker parks pole pope post potter power powers price read rich rivers rock rose royal school sen sergeant sharp
    short silver singer sky small smart snow square stack star steel steward stone street strong summer summers
    sun swift taylor temple towers turner wall ward waters way weeks welch wells welsh west white winter winters
    wise wolf wood woods works young
    """
)
"""Words that are surnames where a given name stands before them."""
PRESENTING = """
    addressed| animated| anchored| began| briefed| chaired| closed| co-?chaired| co-?facilitated| co-?hosted|
    co-?led| co-?moderated| co-?presented| concluded| covered| debated| delivered| demoed| demonstrated|
    described| detailed| discussed| elaborated| emceed| ended| examined| explained| explored| facilitated|
    finished| followed| gave| guided| headlined| hosted| illustrated| introduced| keynoted| kicked| lectured|
    led| leads| moderated| opened| outlined| participated| pitched| presented| presents| ran| recapped|
    recounted| reflected| rounded| sat| shared| shares| showcased| showed| spoke| speaks| started|
    summari[sz]ed| surveyed| talked| talks| taught| took| toured| unveiled| walked| welcomed| wrapped| went|
    explains| describes| discusses| demonstrates| introduces| gives| looked| offered| provided| brought| told|
    touched| focused| focussed| argued| compared| opens| closes| starts| begins| takes| tells| walks|
    kicks| moderates| chairs| hosts| facilitates| outlines| covers| explores| demos| guides| showcases| shows|
    argues| illustrates| delivers| concludes| summari[sz]es| discussing| talking| speaking| presenting|
    explaining| chairing| moderating| giving| introducing| demonstrating| describing| sharing| showing| leading|
    hosting| opening| closing| facilitating| outlining
"""
SAYING = """
    acknowledges| adds| admits| advises| answers| asks| cautions| claims| comments| concludes| confirmed|
    confirms| continues| declares| echoes| instructed| instructs| jokes| laughed| laughs| muses| points| quips|
    recalls| reflects| replies| responds| reveals| urges| warns| wonders| acknowledged| added| admitted|
    advised| advocated| agreed| answered| argued| argues| asked| asserted| believes| called| cautioned| claimed|
    commented| complained| confessed| concluded| continued| declared| echoed| emphasi[sz]ed| emphasi[sz]es|
    encouraged| encourages| estimated| exclaimed| explained| explains| highlighted| highlights| insisted| joked|
    maintained| mentioned| mused| noted| notes| observed| observes| outlined| pointed| praised| predicted|
    proposed| put| quipped| recalled| recommended| recommends| remarked| reminded| repeated| replied| reported|
    responded| revealed| said| says| saying| shared| shares| spoke| stated| states| stressed| stresses|
    suggested| suggests| summed| summari[sz]ed| thinks| told| tells| underlined| underscored| urged| warned|
    wondered| wrote| writes| quoted| reflected| described| describes| mentions| commenting| adding| shouted| proclaimed|
    announced| asserts| assured| chimed in| clarified| complains| conceded| concedes| contended| contends| countered|
    counters| enthused| insists| interjected| interrupted| lamented| laments| maintains| opined| opines| pleaded|
    pondered| posited| posits| promised| proposes| reckoned| reckons| recounted| reiterated| reiterates| reminds|
    retorted| tweeted| whispered| yelled| voiced| used to say| used to tell| likes to say|
    objected| objects| hinted| confided| vowed| pledged| protested| teased| deadpanned|
    reasoned| sighed| demanded
"""
TALK_NOUNS = """
    address| briefing| case study| demo| demonstration| discussion| keynote| keynote address| keynote speech|
    lecture| lightning talk| opening| panel| panel discussion| plenary| poster| presentation| remarks| seminar|
    session| speech| talk| tutorial| webinar| workshop| breakout
"""
TALKS_ABROAD = """
    a cargo de| apresentação| atelier| charla| conferencia| conférence| exposé| foredrag| foredraget| keynoten|
    lezing| mesa redonda| oficina| palestra| ponencia| presentación| presentatie| présentation| präsentation|
    sesión| sessie| taller| turno de| vortrag
"""
"""What talks are called in other languages."""
SPOKE_ABROAD = """
    a présenté| ont présenté| a parlé| contó| erklärte| explicó| explicou| falou| fortalte| habló| mostró| mostraron|
    mostrou| presenterade| presenteerde| presenterte| presentó| presentaron| präsentierte| apresentou| snakket|
    sprach| vertelde| viste| zeigte
"""
"""What people did in other languages who spoke."""
PHRASE_ENDS = _words(
    """
    am an and are as because been but by can could did does for from gave had has have he here his how i if is it
    just must not now on or our said shall she should since so than that their then there these they this those
    through though to took until was we were what when where which while who whom whose will with would you joins
    joined also after before during about into over under via per like both each including featuring plus all
    along together next later finally last first today again most many some few every any never always
    """
)
"""Words that no role goes on with."""
WEAK_WORDS = _words(
    """
    board community group lab media network networks partnership partnerships police press project research service
    services software solution solutions systems team teams technology health
    """
)
"""Words of organizations that are words of titles just as well."""
