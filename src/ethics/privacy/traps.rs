//! Everyday words that are also names, places that are also names, and capitalised words that never are.
//! Own rules, written for this guard.

/// Names that are also everyday words (or months) in one of the three languages.
pub(super) const EVERYDAY: &str = "\
 bjørn stein liv haug rolf bo even odd tor dag hell berg vår sol gro mai april juni juli august hope rose will may mark \
 grace vik vis ulv ravn rune storm sky sunniva bror ask bård ide eli per ole hans jan mari mina elle ting tove tone lin \
 line linn bri dina min sin alf art bill bob dick drew frank gene grant guy jack josh lance miles nick norm pat peg \
 ray rich rob rusty sandy skip sue tad victor ward chance charity dawn destiny eve fern ginger heather holly iris ivy \
 jade jasmine jewel joy june lily mercy misty olive patience pearl penny precious prudence ruby sage serenity summer \
 sunny violet willow carol angel amber autumn brook cherry christian daisy faith honor honour melody harmony star \
 bella paris london georgia chelsea austin florence victoria sydney virginia carolina madison brooke chase cliff \
 clay dean don earl ernest gay glen harry hazel hunter jean jerry jo john kitty king lane lee major marvel max mason \
 merry moss myrtle nova page parker pierce porter price prince rex robin rocky royal sally sterling trinity trip troy van wade \
 wise woody young long short black white brown green gray grey little small best good day night winter snow rain stone wood \
 woods field fields hill hills rivers banks bush park parks church bishop pope knight cook baker butler carter clark fisher \
 gardner hunt mills miller potter shepherd smith taylor turner walker weaver wright bell bird fox hart lamb wolf swan \
 crane drake finch martin nightingale peacock reed root sharp strong swift sweet power powers read love case cash \
 dal dahl lie lund lunde moe moen bakke bakken haugen hagen holm strand sand sande vang voll lid li lien myhr myhre \
 aas ås åsen eng engen kvist krogh kirke kirkeby brekke bråten brenden gran gård gårder nes ness sund sunde vold wold \
 fjell fjeld foss dalen rud ruud hove hovde skog skogen sletten slette strøm svendsen tangen tang torp tveit vatn vatne \
 vollan hansa jul nord øst vest sør stor lang ung kort lyng løvås mo mork ravna sunna tare tara tina mor far ane ina ada \
 alt alma alba aud birk dogg eir eira fe fredrik frøya glad hauk heidi hege ilde is iben jo julie kai kim kit kjell la lea lena \
 leo lise liva luna maja mark mia mona my nina noa nora ola ottar otte rita roar ro roy runa ryan saga sara sebra selma \
 silje siv sjur ståle sven svein så tea tia tiril tom trine truls tyra una ully ulla unn unni viljar vilja vinter viola vilde \
 våge yr ylva yrsa åge øy øya smart mon fin man can are so do an in on hun jon eva de du le en to the my i no va van a ha \
 hav hei her ho hu hva hver inge ingen isa kan kari klar klara lege leif leve ly lykke lyng mild mot møt nyt oda ord pål pin \
 rein ren rom rød rønne sal sau se si ski skar stig stål sta tal tar te tid ti tro tur ut valg ven vi vil vind vit våt ye \
 yang ho le so su sun lu lo long do dam dong duong an anh bach bich bui cam can chau chi dan dao dinh duc dung giang ha hai hoa hoang hong \
 hue huong khanh kim lam lan linh loan mai man minh my nam nga ngoc nhi nhung phong phuong quan quang que quyen sang sinh son tam \
 tan than thanh thao thi thu thuy tien tin toan trang tri trinh truc tu tuyet uyen van viet vinh vo vu xuan yen bang bao be bi bo ca \
 cao dat den em gia hang hanh hien hiep hieu ho hop khoa kien kieu lien loc luc luu ly men ngan nghi nguyet nha nhan nhat nho nu oanh \
 phi phuc phung qui quy tai thai thang the thien thong thoa tho thuan thuc thuong tinh to tra tuan tung tuong ty vang vi vy y \
 leve tenk stine marie guri trygve trond tron terje pia pernille ni mot merete mia anna ann ana hennes kjære august lysa rolfs kaja \
 bly blom blomst dyr hjort due ek eik falk flod grip hald helle horn is jern lam lind lo løv måne nat natt nord ny odde os ost rev rose \
 sau skov sommer spar sti stjern tre tue vand vang vår øre lov svart hvit sort gul rask modig engel helle hjelm lykke nåde tale ";

/// Countries, municipalities and towns that stand in names' clothing.
pub(super) const PLACES: &str = "\
 norge noreg norway oslo bergen trondheim stavanger kristiansand drammen fredrikstad tromsø sandnes ålesund bodø \
 skien sandefjord tønsberg porsgrunn sarpsborg haugesund arendal moss halden hamar lillehammer gjøvik elverum kongsberg larvik horten \
 molde kristiansund harstad narvik alta hammerfest kirkenes vadsø vardø karasjok kautokeino steinkjer levanger namsos \
 røros oppdal orkanger stjørdal verdal førde florø sogndal voss odda leirvik stord sveio os askøy sotra øygarden lindås austevoll \
 grimstad mandal farsund flekkefjord egersund bryne klepp time hå gjesdal strand randaberg sola sandnessjøen mosjøen brønnøysund \
 svolvær leknes stokmarknes sortland finnsnes lofoten vesterålen senja lillestrøm asker bærum nordstrand frogner ullevål lørenskog \
 ski ås jessheim ullensaker eidsvoll nes rakkestad askim mysen hønefoss notodden rjukan kragerø risør tvedestrand lillesand \
 nordfjord sunnfjord sunnmøre nordmøre romsdal hordaland rogaland agder telemark vestfold viken buskerud akershus \
 østfold innlandet hedmark oppland vestland trøndelag nordland troms finnmark svalbard ottestad brumunddal moelv vinje bø seljord \
 geilo gol hol ål nesbyen hemsedal dombås otta lom vågå sel skjåk lesja ringsaker stange løten trysil rena koppang tynset \
 kongsvinger grue åsnes eidskog våler vikersund modum sigdal krødsherad flå norddal volda ørsta hareid ulsteinvik fosnavåg \
 nordfjordeid stryn måløy sande hyllestad balestrand lærdal årdal aurland luster selje loen olden innvik vanylven aukra averøy \
 surnadal sunndalsøra sunndal rindal smøla hitra frøya ørland bjugn åfjord roan osen rissa leksvik inderøy frosta snåsa grong \
 røyrvik namsskogan meråker selbu tydal holtålen midtre gauldal melhus skaun klæbu malvik fauske rana mo saltdal beiarn gildeskål meløy rødøy \
 lurøy træna dønna herøy alstahaug vefsn hattfjelldal leirfjord bindal sømna vega vevelstad tana nesseby båtsfjord berlevåg gamvik lebesby \
 porsanger lakselv honningsvåg nordkapp måsøy kvalsund loppa lyngen storfjord kåfjord skjervøy nordreisa kvænangen balsfjord karlsøy \
 sverige sweden danmark denmark finland island iceland england scotland skottland wales ireland irland storbritannia britain london leeds manchester \
 york bristol glasgow edinburgh cardiff belfast birmingham liverpool sheffield oxford cambridge kent devon dorset lincoln \
 tyskland germany frankrike france spania spain italia italy polen poland russland russia ukraina ukraine syria somalia eritrea \
 iran irak iraq afghanistan pakistan india kina china japan vietnam thailand tyrkia turkey israel palestina palestine gaza amerika america usa \
 europa europe afrika africa asia stockholm københavn copenhagen helsinki berlin paris roma rome madrid kyiv kabul \
 damaskus mogadishu asmara bagdad teheran warszawa vilnius riga litauen lithuania latvia estland estonia romania bulgaria kroatia bosnia serbia \
 kosovo albania hellas greece portugal nederland netherlands belgia belgium sveits switzerland østerrike austria ungarn hungary sri lanka filippinene \
 philippines etiopia ethiopia kenya nigeria ghana kongo congo marokko morocco egypt egypten tunisia algerie algeria canada mexico \
 brasil brazil chile argentina australia zealand norden skandinavia scandinavia østlandet vestlandet sørlandet nordnorge sápmi sapmi \
 kina jordan chad georgia cuba malta kypros cyprus ";

/// Organisations, products, methods, languages and other capitalised words that name no person.
pub(super) const NEVER: &str = "\
 helsedirektoratet statsforvalteren statsforvaltaren fhi folkehelseinstituttet helsetilsynet stortinget regjeringen regjeringa nav ks sme isbar news rls ros \
 helfo datatilsynet mattilsynet fylkesmannen lovdata pasientombudet ombudet helsenorge altinn vipps teams word excel google \
 facebook instagram messenger zoom microsoft apple ipad iphone android windows chrome safari firefox wifi bankid \
 paracet ibux sobril vival imovane stilnox oxynorm oxycontin morfin morphine haldol marevan eliquis pinex albyl selexid \
 alzheimer alzheimers parkinson parkinsons lewy huntington huntingtons down downs asperger tourette crohn crohns cushing \
 braden barthel cornell katz waterlow glasgow abbey doloplus mobid norton morse munich kaplan kant aristoteles aristotle \
 beauchamp childress gud god allah jesus kristus christ bibelen bible koranen koran quran islam jul påske pinse easter christmas \
 norsk engelsk samisk polsk somalisk arabisk tyrkisk english norwegian nynorsk bokmål sámi sami \
 european british scottish irish welsh swedish danish polish syrian somali muslim christian jewish catholic buddhist \
 roma kveni kven corona covid korona kols dnr hlr refleks etikkveileder nrk vg tv radio demensplan livsgledehjem \
 sykehuset helse kreftforeningen nasjonalforeningen røde kors frelsesarmeen nhs cqc gp amk akuttmedisin the and but when what who how why \
 she he we they it you his her our their this that these those there then if as at on in to is are was do does did have has had can could would should \
 jeg du han hun vi dere de det den dette disse ein eg ho me dykk dei når hvis om hva hvem hvordan hvorfor kva kven korleis kvifor hvor kor \
 men og eller så da då etter før under over med uten utan ved fra frå til på av for som at ikke ikkje nei ja alle ingen noen nokon mange \
 kjære hei hello dear takk thanks please mvh vennlig hilsen alt alle etikk etisk etiske trinn steg step punkt kapittel mandag tirsdag onsdag torsdag fredag lørdag søndag \
 monday tuesday wednesday thursday friday saturday sunday januar februar mars april mai juni juli august september oktober november \
 desember january february march may june july october december adl bpsd mrsa esbl hiv als ms kad peg iv sc im po vb hms \
 tia ami sara eva lia sol mia ada ida ok hr bp rr ";
