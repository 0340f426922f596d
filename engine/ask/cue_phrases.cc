#include "engine/ask/cue_phrases.h"

#include <array>

namespace waypost::ask {
namespace {

constexpr auto kCues = std::to_array<CuePhrases>({
    // How to get in.
    {Kind::kAccess, "drop-in",
     "drop in|dropin|drop by|walk in clinic|walk in basis|=walk in|=walk ins|turn up|just show "
     "up|pop in|pop along|"
     "no appointment|without an appointment|not need an appointment|no need for an appointment|"
     "without booking|without having to book|not have to book|no need to book|not need to book|"
     "no booking|not have to make an appointment|without making an appointment|"
     "=can just walk into|=just walk into|=just walk in|=walk straight in|=walk right in|=drop "
     "into|=dropping into|=can drop in to|not want to be referred|not want to have to be "
     "referred|not need to be referred|=self refers|no need to be referred|no referral|without a "
     "referral|not need a referral|no referral needed|not need referring|"
     "no gp referral|without being referred|not have to be referred|without going through my gp|"
     "without going through the doctor|without seeing a gp first|=self refer|=refer myself|=self "
     "referral"},
    {Kind::kAccess, "appointment",
     "=can i book|=book in advance|=by appointment|make an appointment|book an appointment|get an "
     "appointment|appointment only|=book a slot|=book a place|=book online|=book ahead|bookable|"
     "pre book|prebook|=to book|=bookable|=appointments available|=by booking|=book in|=booked in"},
    {Kind::kAccess, "referral",
     "gp can refer me|doctor can refer me|gp will refer|doctor will refer|referred by|"
     "gp referral|=refer me|have a referral|been referred|social worker can refer|can be referred|"
     "doctor referred|gp referred|by referral|referral from|=referral route|take referrals|"
     "accept referrals|=refer her|=refer him|=refer them|=i refer|make a referral"},
    {Kind::kAccess, "membership",
     "become a member|members only|join as a member|membership|sign up as a member"},
    // How it is received.
    {Kind::kReach, "visits",
     "=at her house|=at his house|=at my house|=at our house|=at their house|=at her flat|=at his "
     "flat|=at my flat|=to her house|=to his house|=to my house|=to our house|=to my flat|=coming "
     "to the house|=coming to her|=coming to him|=coming to us|=coming to me|=come round for|=come "
     "round to|=to come round|=coming round|=need to visit|=have to visit|=someone to visit|=in "
     "her own flat|=in his own flat|=in our own trailers|=in our own caravan|=lessons at "
     "home|=classes at home|=taught at home|=teach her at home|=teach him at home|=teach me at "
     "home|=show her at home|=show him at home|=seen at home|=treated at home|=at home "
     "visits|=goes to peoples homes|=goes to people's houses|home visit|visit at home|comes to the "
     "house|come to the house|come to my house|come to our "
     "house|"
     "come to her house|come to his house|comes to you|=come to me|=come to us|=come to her|=come "
     "to him|"
     "come out to me|=come out to us|=come out to her|=come out to him|come round|comes round|"
     "=come to my home|come to her home|come to the home|come to my flat|visit me|visit "
     "her|someone to pop in|somebody pop in|pop in on mum|pop in to see her|pop in to see him|"
     "brings round|bring some round|brings dinners round|brings them round|brought round|delivered "
     "to my door|calls in on|someone to call in|visit "
     "him|"
     "=visit us|=who visits|=who can visit|=visits at home|=can visit|=visiting service|=visit my "
     "mum|=visits at home|cannot leave the house|not able to leave the house|"
     "not leave the house|not leave home|not leave her home|not leave her flat|cannot leave her "
     "house|"
     "cannot leave the flat|not get out of the house|not get out of the flat|=at home hospice|"
     "hospice at home|to my door|to the door|brought to the house|deliver to the house|"
     "=outreach visits|come to house|=that come out|=who come out|=come out to|=wholl visit|who "
     "will visit|=to visit her|=to visit him|volunteer to "
     "visit|cutting at home|at home for my|visits people|visits people at home|come and see "
     "me|come and see her|come "
     "and see "
     "him|come out and see|come and help|come in and help|come in and do|=calls at the house|call "
     "at the house|=at her own home|in her own home|in his own home|"
     "=in my own home|visit us at home|someone to come out|come out to the house|house call|home "
     "visiting"},
    {Kind::kReach, "remote",
     "=online|=on line|=advice line|=phone advice|=helpline number|=phoneline|=phone number "
     "for|over the phone|phone call|phone calls|=by phone|=on the phone|by "
     "telephone|over the telephone|"
     "on the telephone|phone only|=telephone|video call|by video|over video|=on video|=zoom|on "
     "zoom|"
     "=skype|=whatsapp|webchat|web chat|online chat|live chat|chat online|=remotely|by text "
     "message|"
     "by text|=text line|phone line|phoneline|=hotline|=virtual|virtually|=ring up|someone i can "
     "ring|"
     "someone i can phone|someone to ring|someone to phone|somebody to call|someone i can call|"
     "number i can ring|number to ring|number to call|number i can call|on the computer|via teams|"
     "=from my own home|from my sofa|=by email|on the internet|=phone helpline|phone "
     "appointment|video "
     "appointment|"
     "telephone appointment|phone support|telephone support|=facetime|=webinar|=phone or video",
     6},
    {Kind::kReach, "place",
     "=in person|=in-person|face to face|=f2f|somewhere i can go in person|go in person|=in the "
     "flesh|"
     "walk into|=go along to|somewhere to go to|speak to a real person|somewhere physical|"
     "not over the phone but in person|in a building",
     6},
    // What it costs.
    {Kind::kFree, "yes",
     "=dont pay for|=do not pay for|=doesnt want to pay|=dont have to pay for|=cant pay "
     "private|=cannot pay private|=cant afford private|=cant stretch to private|=wont cost|=wont "
     "cost us|=wont cost me|=without costing|=nothing to pay for|=no charge for|=on the house|=for "
     "free|free of charge|no charge|no cost|=without charge|not cost anything|not cost a "
     "thing|"
     "not cost money|costs nothing|cost nothing|not cost the earth|=without paying|=not have to "
     "pay|=dont have to pay|=without having to pay|"
     "=dont want to pay|=cant pay for it|=cannot pay for it|no money to pay|=no money for it|"
     "=weve no money for it|not have money to pay|cannot afford to pay|=cant afford it|=cannot "
     "afford it|"
     "cannot afford to go private|cannot afford private|=cant afford anything|cannot afford the "
     "fees|"
     "cannot afford to buy|=nothing to pay|not got any money to pay|=not got money for it|free "
     "entry|=free to attend|=totally free|"
     "without spending|=cant afford much|not afford to spend|=for nothing|=zero cost|=no fee|no "
     "fees|"
     "=free ones|free to join|without it costing",
     6},
    // When.
    {Kind::kOpenAt, "now",
     "=open now|=open right now|open at the moment|=currently open|=still open|=open at this time|"
     "=open just now|=open atm|=open this minute|=open at present|=open as we speak|is open now|"
     "=anything open now|open currently|=opened now|=open immediately"},
    {Kind::kFrom, "18:00",
     "=evening class|=evening classes|=evening course|=evening courses|=night school|=night class|"
     "=night classes",
     2},
    // What a venue has.
    {Kind::kAccessibility, "wheelchair",
     "wheelchair|wheel chair|wheelchair access|wheelchair accessible|wheelchair friendly|in a "
     "wheelchair|"
     "uses a wheelchair|wheelchair user|for a wheelchair|step free|stepfree|no steps|without steps|"
     "=no stairs|=without stairs|=without any stairs|=cant do stairs|=cannot do stairs|"
     "cannot manage stairs|cannot manage steps|cannot climb stairs|cannot do steps|level "
     "access|flat access|disabled access|=all on one "
     "level|"
     "power chair|=powerchair|=electric chair|accessible building|accessible venue|=on the flat|"
     "accessible for disabled|mobility scooter access|=ground floor"},
    {Kind::kAccessibility, "ramp",
     "=has a ramp|=with a ramp|ramped access|=a ramp to get in|=there a ramp|=need a ramp to get "
     "in"},
    {Kind::kAccessibility, "elevator",
     "=with a lift|=has a lift|=there a lift|=got a lift|=have a lift|lift access|=lift to the|"
     "=a working lift"},
    {Kind::kAccessibility, "restroom",
     "hoist in the toilet|hoist in the toilets|toilet with a hoist|toilets with a hoist|toilet "
     "with hoist|toilets for wheelchair|toilet for wheelchair|toilet i can get the chair "
     "into|toilet for a wheelchair|=get the chair into|accessible toilet|disabled toilet|disabled "
     "loo|accessible loo|=changing places|"
     "toilet for disabled|wheelchair toilet|accessible bathroom|=disabled toilets|toilet i can get "
     "into"},
    {Kind::kAccessibility, "disabled_parking",
     "disabled parking space|blue badge parking|parking for blue badge|blue badge space|"
     "=disabled parking|accessible parking|disabled bay outside|park with a blue badge|"
     "parking for disabled|=blue badge bay|=disabled spaces"},
    {Kind::kAccessibility, "wheelchair_van",
     "wheelchair taxi|use a wheelchair van|wheelchair van|wheelchair minibus|tail lift|wheelchair "
     "accessible transport|"
     "wheelchair accessible taxi|wheelchair accessible minibus|wheelchair accessible vehicle"},
    {Kind::kAccessibility, "deaf_interpreter",
     "sign language interpreter|bsl interpreter|=bsl|sign language|=signed|=signer|"
     "british sign language|someone who signs|=can sign|uses sign language|interpreter for the "
     "deaf",
     6},
    {Kind::kAccessibility, "tape_braille",
     "=braille|in braille|audio format|=on tape|=braille or audio|=audio version"},
    {Kind::kAccessibility, "tty", "=minicom|=textphone|=text phone|text relay|typetalk"},
    // What there is: kinds of things that people name, which say more than the need they serve.
    {Kind::kWords, "",
     "choir|singing group|community choir|walking group|coffee morning|coffee mornings|tea dance|"
     "knitting|knitting group|knit and natter|crochet|sewing|sewing group|sewing class|bingo|chess|"
     "chess club|yoga|chair yoga|pilates|tai chi|qigong|zumba|aqua aerobics|aerobics|dance class|"
     "line dancing|ballroom dancing|ballet|salsa|bowls|bowling|football|walking football|badminton|"
     "table tennis|tennis|cricket|rugby club|netball|walking netball|basketball|boxing|boxing club|"
     "martial arts|karate|judo|taekwondo|running club|parkrun|couch to 5k|cycling group|cycling "
     "club|"
     "gymnastics|trampolining|climbing|skateboarding|horse riding|archery|golf|swimming|"
     "swimming lessons|swimming club|hydrotherapy|art class|art classes|art group|painting|drawing|"
     "pottery|ceramics|photography|photography club|drama|drama group|drama club|theatre group|"
     "film club|cinema|book club|reading group|creative writing|writing group|poetry group|"
     "=gardening|gardening club|gardening group|allotment|community garden|men's shed|mens shed|"
     "women's institute|wi|scouts|beavers|cubs|girl guides|guides|brownies|rainbows|cadets|"
     "messy play|baby massage|baby yoga|baby sensory|soft play|lego club|forest school|repair cafe|"
     "quiz night|pub quiz|board games|board game|=dominoes|jigsaw|woodwork|woodworking|cookery "
     "class|"
     "cooking class|baking class|guitar lessons|piano lessons|ukulele|brass band|orchestra|"
     "music lessons|local history group|=u3a|model railway|birdwatching|bird "
     "watching|ramblers|rambling|"
     "hiking|angling|fishing|snooker|=darts|skittles|whist|scrabble|flower arranging|calligraphy|"
     "embroidery|quilting|patchwork|upholstery|craft group|craft club|crafts|carpentry|bricklaying|"
     "plumbing course|first aid|first aid course|language exchange|spanish class|french class|"
     "spanish lessons|french lessons|gaming club|coding club|dungeons and dragons|singing for "
     "pleasure|"
     "drumming|circus skills|bell ringing|morris dancing|amateur dramatics|car boot|jumble sale|"
     "charity shop|litter pick|dog walking|walking club|nordic walking|friendship "
     "group|"
     "friendship club|women's group|womens group|men's group|mens group|ladies group|parish "
     "council|"
     "social club|supper club|pensioners club|over 50s club|bereavement cafe|computer club|"
     "drop in cafe|coffee shop|community cafe|exercise class|exercise "
     "classes|gym|mosaic|printmaking|"
     "life drawing|stained glass|=debating|meditation|mindfulness|mindfulness class|=reiki|"
     "pool",
     4},
    {Kind::kWords, "",
     "hairdresser|hairdressers|mobile hairdresser|barber|=driving lessons|driving school|pet food|"
     "=cat food|=dog food|=my cats|=my cat|=vet|=vets|animal rescue|dog rescue|cat rescue|"
     "animal sanctuary|=menopause|menopause group|breakfast club|period products|sanitary towels|"
     "sanitary products|=tampons|=forklift|=cscs|=hgv|book group|bookclub|youth theatre|dad's "
     "group|dads group|fathers group|craft cafe|sewing cafe|=cafe|=cafes|=creche|"
     "pool|park run|guitar|library|=ivf|singing "
     "lessons|violin|piano|drums|theatre|pantomime|museum|"
     "art gallery|steam railway|ladies night|book swap|clothes swap|swap shop|language "
     "cafe|homework club|"
     "sports club|athletics|rowing|sailing|canoeing|surfing|fencing|rugby|hockey|ice "
     "skating|roller skating|"
     "squash|majorettes|cheerleading|street dance|tap dancing|barn dance|ceilidh|folk "
     "club|jazz|rock band|"
     "silver band|toastmasters|sea cadets|air cadets|army cadets|boys brigade|girls brigade|young "
     "farmers|"
     "dance|pottery class|wood carving|metal detecting|beekeeping|wild swimming|open water "
     "swimming|"
     "keep fit class|spin class|boot camp|kettlebells|sound bath|chair aerobics|seated exercise|"
     "exercise group|debate club|chess class|sewing bee|weaving|felting|macrame|card "
     "making|scrapbooking|"
     "candle making|flower club|sketching|watercolours|oil painting|stand up comedy|comedy "
     "night|open mic|"
     "karaoke|film night|film group|games night|games club|video games|role "
     "playing|minecraft|robotics|"
     "science club|stem club|astronomy|metalwork|bike repair|bike club|running group|jogging group",
     4},
    {Kind::kWords, "",
     "age uk|age concern|citizens advice|citizens advice bureau|=cab|salvation army|red cross|"
     "british red cross|stroke association|diabetes uk|=mencap|=barnardo's|barnardos|=ymca|=ywca|"
     "carers uk|carers trust|royal british legion|british legion|=ssafa|help for heroes|"
     "royal voluntary service|st john ambulance|st vincent de paul|slimming world|weight watchers|"
     "turning point|mind charity|=scope|rotary club|=sands|=crisis uk|=shelter charity|"
     "rainbow trust|macmillan|marie curie",
     5},
    // What a search cannot ask.
    {Kind::kNot, "",
     "good reviews|nice garden|=with a garden|=with garden|=has a garden|=have a garden|"
     "=friendly|decent|=cheap|cheapest|not too expensive|affordable|"
     "=low cost|reasonably priced|best rated|highly rated|recommended|=parking|"
     "car park|free parking|=child friendly|dog friendly|=my dog|=dogs|bring my dog|air "
     "conditioning|"
     "=quiet|not too busy|not crowded|not too loud|good food|nice people|female staff|=female only|"
     "women only|men only|=smoke free|alcohol free|=small group|waiting list|no waiting list|"
     "hydro pool|on a bus route|bus route|near a bus stop|public transport|not religious|=halal|"
     "=vegan|vegetarian|=kosher|gluten free|=like minded|my age|people my own age|hearing loop|"
     "=creche provided|warm enough",
     0},
    // Counts and the like that would be read as what they are made of.
    {Kind::kFiller, "",
     "=cope on his own|=cope on her own|=cope on my own|=manage on my own|=manage on his own|"
     "=manage on her own|=safe on my own|=safe on her own|=safe to be on my own|=came on his own|"
     "=came on her own|=go out on my own|=go on my own|=do it on my own|=play on his own|"
     "=1 bed|=2 bed|=3 bed|=4 bed|=one bed|=two bed|=three bed|=four bed|=three bedroom|"
     "=two bedroom|=bed bound|=work out|=cant work out|=how are you",
     2},
    // What says nothing about what is looked for.
    {Kind::kFiller, "",
     "=good morning|=good afternoon|=good evening|=hello|=hi|=hiya|=thanks|=thank you|=ta|=cheers|"
     "=many thanks|=thanks in advance|=can you help|=can anyone help|=can you tell me|=do you know|"
     "=does anyone know|=i was wondering|=i am looking for|=im looking for|=looking for|=we need|"
     "=i need|=is there|=are there|=where can i find|=where can i get|=where do i go|=where is|"
     "=how do i|=how can i|=what is|=any chance|=sort of|=or something|=or anything|=or similar|"
     "=if possible|=as soon as possible|=asap|=urgently|=urgent|=help me|=help with|=near "
     "me|nearest|closest|"
     "=around here|=round here|=nearby|=local to me|=close to me|=walking distance|=not far|"
     "=close by|=in my area|=in the area|=around me|=where i live|=free time|=feel free|=free up|"
     "=freed up|=spare time|=all the time|=at the time|=some time|=any time|=long time|=every day|"
     "=good day|=these days|=the other day|=one day|=day to day|=mad neighbour|=open to|=open "
     "minded|"
     "=pulled a sickie|=over the years|=late at night|=first time|=next door|=next steps|=next of "
     "kin|"
     "=the morning after|=last night|=last week|=last month|=last year|=on and off|=at the end of "
     "the day|"
     "=up and running|=the end of the week|=a while ago|=right now|=just now|=for now|=by now|"
     "=until now|=now|=today or tomorrow|=school run|=i live in|=he lives in|=she lives in|=lives "
     "in|"
     "=we live in|=based in|=live in|=living in",
     -12},
});

}  // namespace

std::span<const CuePhrases> AllCuePhrases() { return kCues; }

}  // namespace waypost::ask
