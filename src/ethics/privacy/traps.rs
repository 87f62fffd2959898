//! Everyday words that are also names, places that are also names, and capitalised words that never are.
//! Own rules, written for this guard.

/// Names that are also everyday words (or months) in one of the three languages.
pub(super) const EVERYDAY: &str = "\
 aas ace adonis aggi agne agni agnor aino akar alba aldor aleksi alen alkis ally altan alv ambar amber \
 ambrosia ana andre ane angel anh ante april arald ari ariane arie arner art arve ask aude auer august \
 aurora austin autumn ava avdal bach baker bakke bakken balder balli baltar bang banks bao bell bella ben \
 berdor berg berge berk berke berry berte best bi bich bill bille bine bird birdie birk bishop bjor bjug \
 bjørga bjørk bjørn bjørne black blom blomst bo bob bobbi bodi borge borger borni brage brekke brenden \
 bri brook brooke bror brown bruen bråten bui bulut bush butler bård bøye ca cam can caner cao carol \
 carolina carter case cash ceca chance charity chase chau chelsea cherry chi christian church cilia clark \
 clay clementine cliff cook crane cruz dag daga dahl daisy dal dalen dam dan dana dao dat dawn day dean \
 destiny dia dick dina dinh dogg don dong draga drake drew duc due dung duong dyr earl earnest egle eide \
 eik eir eira ek eli else elta em endre eng engel engen ernest ester evar eve even evi faith falk fe \
 fedde felicity fern field fields finch finn fisher fjeld fjell flod florence florin foss fosse fox frank \
 fred fredgjerd frid fride frøy frøya gardner garret gay gene georgia gia giang ginger gjerde glad glen \
 good gopi gor grace gran grant gray green grey grip gro gry gul gulen guler gullan gulli gully gurmen \
 guru guy gylve gyrd gyve gård gårder habil hagen hai hakki hald hang hanh hansa harmony harry hart \
 hassel haug hauge haugen hauk hazel heather hein helge hell helle hien hiep hieu hildri hill hills hjelm \
 hjort hoa hoang hoc hoi holden holly holm hong honor honour hop hope horn hortensia hovde hove hue hunt \
 hunter huong hvit ide ilde inge iris isa ivy jack jade jan jasmine jay jazz jean jente jern jette jewel \
 jo jodi john josh joy jul jule juli june juni junior jå kadi kai kali kalle kanti kare keramet khanh \
 khoa kielbasa kien kieu kine king kirke kirkeby kit kitty kjære klein kleven knight kristen krogh kvist \
 lacy lam lamar lamb lan lance lane lange lasse le lea lee lene li lian lid lie lien lily lin lind linde \
 line linne little liv lo loan loc lone long lotte love loyal lu luc luke lund lunde luu lyda lykke lyng \
 lynni lysa løv løvås madison mai major mala malte malti mama mane mari mark marquise mart martin marvel \
 mason matt max may melody mercy merry mette miles miller mills mina minh misty mo modig moe moen mon \
 mork moss munk myhr myhre myrtle måne nam napoleon nat nes ness neven nga ngan nghi ngoc nguyet nha nhan \
 nhat nhi nho nhung ni nick night nightingale nomi nord norm notting nottung nova nu nåde oanh odd odde \
 ola olive olli olmar omer oren os ost otte page pansy park parker parks pat patience peacock pearl peg \
 penny per phi phong phuc phung phuong pierce pope porter potter power powers precious price prince \
 prudence påske quan quang que qui quy quyen rain randy rask raul ravn ravna ray read reed regina reid \
 rene renske rev revi rex ria rich rikke risti rivers ro roar rob robin rocky rolf rolfs root rosa rose \
 rosemary rowan royal ruby rud rune rusty ruud rådgjerd rønne røyen saga sage sally sam sammol sand sande \
 sandy sang sanne sebra serenity sharp shepherd short silke sinh skip skog skogen skov sky slette sletten \
 small smart smith snow sol sommer son sort spar stan star stein sterling sti stig stjern stokke stone \
 storm strand strong strøm su sue summer sun sund sunde sunna sunny svart svendsen swami swan sweet swift \
 sydney sylvan sør tad tai tale tam tan tang tangen tanner tare tasli taylor tea thai thang thanh thao \
 thi thien tho thoa thong thu thuan thuc thuong thuy tia tiara tien tin tine ting tinh toan toft tofte \
 tom tone tor tore torp tove tra tran trang tre tri trinh trinity trip tron troy truc tu tuan tue tufte \
 tuong turker turner tveit ty tyra ully ulv una une ung unn uyen van vand vang vatn vatne vera vesper \
 vest victor viet vik viken vilja viljar vinh vinter viola violet virginia vis vo vold voll vollan vu vy \
 våge vår wade walker weaver west white will willow winter wise wold wolf wood woods woody wright xuan y \
 yang yen young yr yrsa ås åsen øre øst øy øya";

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
 european british scottish irish welsh swedish danish polish syrian somali muslim jewish catholic buddhist \
 kveni kven corona covid korona kols dnr hlr refleks etikkveileder nrk vg tv radio demensplan livsgledehjem \
 sykehuset helse kreftforeningen nasjonalforeningen røde kors frelsesarmeen nhs cqc gp amk akuttmedisin the and but when what who how why \
 she he we they it you his her our their this that these those there then if as at on in to is are was do does did have has had can could would should \
 jeg du han hun vi dere de det den dette disse ein eg ho me dykk dei når hvis om hva hvem hvordan hvorfor kva kven korleis kvifor hvor kor \
 men og andre elles ellers eller så da då etter før under over med uten utan ved fra frå til på av for som at ikke ikkje nei ja alle ingen noen nokon mange \
 kjære hei hello dear takk thanks please mvh vennlig hilsen alt alle etikk etisk etiske trinn steg step punkt kapittel mandag tirsdag onsdag torsdag fredag lørdag søndag \
 monday tuesday wednesday thursday friday saturday sunday januar februar mars september oktober november \
 desember january february march july october december adl bpsd mrsa esbl hiv als ms kad peg iv sc im po vb hms \
 ok hr bp rr ";

/// Everyday words that the lists of names also hold, too rare as names to be read as such.
pub(super) const COMMON: &str = "\
 a added ado aga agar agate ai aid ain akin al ala alder aldri ale alene alert alfa alkan all alle alltid \
 alp alpha also alt alte altså ambra among amor an anal anda ande andel andels andi andres andro anemone \
 angelica anise anka anke anker annan annar annet annul anon ant anti any apa apollo arch ard are aria \
 arsen arta as at atlas au aura avar avis avle aw azalea ba baby back backer bade bagge bak bakan baki \
 bakker baksi ball ban banna bare barin barman barn baron bas basar baser basse baste basti bay be beau \
 because bedre been beer before beg begge begi being beint bek belest bent beret berre bet bilge bita \
 bite bitten blanda blas blaze ble blei blekte blenda bli block bly bode boga boge boi bol bolen boline \
 bonde bong bonge borer bos both boy bra brad brain bram brand brandy brede brenn brent brett brink brite \
 brodd broder bruse buck bud buddy bue buge buke bure buss buster but butt by byrge både bær bør bøy came \
 candida carmine cat cena cine ciss co coco colt come could cox coy crystal curt da dado dagen dags dale \
 dame dane dang dann danna danner dare de dei dekker del dell delta demi den denne der derav dere derfor \
 dermed desire dessuten det dette dev di diamond did din dine dis dise disse divert do dock dodo does \
 dona donna down dren du dusj dusty dårlig dør ea each ebony ed edd eddy eden ege egge ei ein eine einer \
 eit ele elg eller ellers elles emerald emery en enda ender endra enes enkelte enn enno er era ergene erke \
 erten eske et ethyl ett etter ever every fall far fara fay feil feline fem fender fenne ferda ferdi \
 ferry few fie fin fine finna finne first flak flere flip flis flo floor flora for ford fordi forest \
 forrest forrige foster fra frami from fryd frå frøken funk få færre før første gage gala galt gaman \
 gamani gamle gang garden garland garnet gasti gati gemini general genesis geo german get gi gil gill \
 giri gis gjør glover go god gode godt golden gone gong gongor goro grid griffin grit grube gulden gull \
 gun gunner gust gyro gå ha had hadde haki hal halda hale hall halle ham han hand hane hank hans har hard \
 hardy has hau hauke hav have haven he heath heaven hei heide heim heldig hele helg hella heller helli \
 helse helt henna hennar hennes her him his hjem ho holde homer homme hoppe horst how hu hud hulki hun \
 huner hung hus hva hvem hver hvis hvor hvordan hvorfor i idor if ikke ikkje ilke ille imam in inc inder \
 ingen ingenting ink inn into ion is ise it its ivory jaga jai jail jaren jari jente jesus jet job jort \
 judge jugoslav jur juri just justice kader kala kald kale kalender kalla kalv kamille kan kanak kane \
 kanskje kante karma kasse kastor keno kick kiki kin kip kismet kitti klar klart kling know kok koka koks \
 kole koll koning konte koper korn kort kos kose koss kot kraule kris kruk kub kunde kva kvar kveld kven \
 kvifor kvit kølle la lac lace lad lada lai lal lale lang langt lap las lass lauge laure lava lean lech \
 leda lega lege legen leik len lesta leta lett lev leve levy lex lice lida lieu liga like likevel linden \
 lino lion lis lit lite litt loi lolly lon look loon lore los lot lott lov lova lue luk lune lupe luse \
 lux ly lyn lyric mac mace make male man manga mange mani mania mann manna many mar mare marina marlin \
 mars mas mat mate maverick maxi maxim maxima me med meg melde meldere melis melle mellom melodi men mens \
 mer merk merle mest meta mete mi mica mien mil mild mile min mindre mine mink minst mint mir miracle \
 mitra modest mol mor more morgen mose most mot much muge must my mye mykt må møt nadir nae nail name \
 natt naval navar ned nei neo neste never new nil nine no noble noe noen nok noon noone nor not novella \
 now nub nup nurse ny nye nyt nå når of off offer ofte og også oke om on once onder one only opal open \
 opp or oral ord ore orge orion orn ose oss other our out ova over owe own palii pasient pasienten pave \
 pelle pence phat pien pilar pin pink pinkie pip pit pol pola pole polis post prima princess prosper puck \
 pulk på queen raci rada raden raff rak raki rana ransom raste rati raven rein reina reis ren rens resat \
 rett retta rica rice riff rike riktig rini riv river roan rod rolig rom roman romans rover ruken rutt \
 rød røl sa sagar sagen sagna said saka sal samba samme sammen sane sant sari sarr sau sauer savanna se \
 seda sedat seden see seg selen selv sen sene sener seng senn senna sep ser serif server settar sev sever \
 shad shade she shiv si siden sienna sil sile sim sima sin sincere sine sir sire siren sissy sist siste \
 sister sjelden skade skal skar skeie ski skulle skum skye slik smite små snart so soda solis solo som \
 some sona song sonny sow sparre sta staff stans stark stasa steins sten ster sterk sterre stille stinke \
 sto stor store straks stål større størst such sule svak svært sy så ta take tal tall talon tamer tar tas \
 tasa tat taus te team telly tenk than that the their them then there these they thin thing this those \
 thy ti tid ties til till time to toke tome ton too top toy trac trace tram tredje trent trey trien \
 triumf tro tromp trong tru trygg trygge tuft tung tungt tur turi turk two tya tyke tyr tyri tåle tåren \
 tårn tønder tønne uke uli under undine unique up upon urban us ut uten va vagn vakt valen valg vali \
 valid vanskelig var varg varm vars ved veen veit vela velde veli ven vere vern very veta vi vika vil \
 vilje villa ville vin vind vink vino vit vita viva volle von vond vondt vore vrei våt være vært wage \
 wale wane ward warren was waters way we web well were what when where which while who why wit with \
 within witting would ye yoga you your år øli ørn østen øvet";
