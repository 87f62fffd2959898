// Furnishes the device past the app, after database.js, from the one reflection on a library dilemma that lies there already:
// arguments = [language, how many more reflections in the archive]. Answers whether there was one to start from.
const [language, many, done] = arguments;
const DAY = 86_400_000;
const now = Date.now();
const day = (ahead) => new Date(now + ahead * DAY).toISOString().slice(0, 10);

const TEXTS = {
  nb: {
    title: 'Morgenstell etter en vond natt',
    question: 'Bør vi hjelpe henne i dusjen nå, når hun sier nei, og samtidig vet at hun får sår hud uten stell?',
    earlier: ['Skal vi dusje henne?', 'Hvordan får vi henne til å være med i dusjen?'],
    background: 'Beboeren sier nei til dusj for tredje dag på rad. Datteren ringer og er lei seg. To på vakt har ulike måter å gjøre det på.',
    values: ['Verdighet', 'Selvbestemmelse', 'Ikke skade'], own: 'Ro i hverdagen',
    ideas: ['Vente og se', 'Tilby vask på senga med musikk på, og spørre igjen i ettermiddag', 'Be datteren være med en formiddag'],
    pro: 'Hun får bestemme tempoet selv, og huden blir likevel sett på', against: 'Det tar lengre tid, og de andre må vente på frokost',
    reason: 'Nei-et hennes er tydelig, og det haster ikke mer enn at vi kan prøve noe mildere først.',
    soften: 'Vi ser på huden hver kveld, og sier fra til sykepleier ved første røde flekk.',
    doubt: 'Én av oss mener at vi burde ha gjort det i dag.',
    act: 'Prøve vask på senga tre dager', role: 'primærkontakt', who: 'nattsykepleier', view: 'Hun vil heller sitte i stolen sin',
  },
  nn: {
    title: 'Morgonstell etter ei vond natt',
    question: 'Bør vi hjelpe henne i dusjen no, når ho seier nei, og samtidig veit at ho får sår hud utan stell?',
    earlier: ['Skal vi dusje henne?', 'Korleis får vi henne til å vere med i dusjen?'],
    background: 'Bebuaren seier nei til dusj for tredje dag på rad. Dottera ringjer og er lei seg. To på vakt har ulike måtar å gjere det på.',
    values: ['Verdigheit', 'Sjølvbestemming', 'Ikkje skade'], own: 'Ro i kvardagen',
    ideas: ['Vente og sjå', 'Tilby vask på senga med musikk på, og spørje igjen i ettermiddag', 'Be dottera vere med ein føremiddag'],
    pro: 'Ho får bestemme tempoet sjølv, og huda blir likevel sett på', against: 'Det tek lengre tid, og dei andre må vente på frukost',
    reason: 'Nei-et hennar er tydeleg, og det hastar ikkje meir enn at vi kan prøve noko mildare først.',
    soften: 'Vi ser på huda kvar kveld, og seier frå til sjukepleiar ved første raude flekk.',
    doubt: 'Éin av oss meiner at vi burde ha gjort det i dag.',
    act: 'Prøve vask på senga tre dagar', role: 'primærkontakt', who: 'nattsjukepleiar', view: 'Ho vil heller sitje i stolen sin',
  },
  en: {
    title: 'Morning care after a bad night',
    question: 'Should we help her into the shower now, when she says no, while knowing that her skin breaks down without care?',
    earlier: ['Do we shower her?', 'How do we get her to come along to the shower?'],
    background: 'The resident says no to a shower for the third day running. Her daughter rings and is upset. Two of us on duty do it differently.',
    values: ['Dignity', 'Self-determination', 'Do no harm'], own: 'A calm day',
    ideas: ['Wait and see', 'Offer a wash in bed with music on, and ask again this afternoon', 'Ask the daughter to join one morning'],
    pro: 'She sets the pace herself, and her skin is still looked after', against: 'It takes longer, and the others wait for breakfast',
    reason: 'Her no is clear, and it is not so urgent that we cannot try something gentler first.',
    soften: 'We look at her skin every evening and tell the nurse at the first red patch.',
    doubt: 'One of us thinks that we should have done it today.',
    act: 'Try a wash in bed for three days', role: 'key worker', who: 'night nurse', view: 'She would rather sit in her chair',
  },
};
const text = TEXTS[language];

const recordOf = (id, kind, value) => {
  const version = { session: 6, 'session-entry': 2, summary: 2, agreement: 2, round: 2 }[kind] ?? 1;
  return sealed(id, kind, version, JSON.stringify(value));
};

// Something in every row of every step; the resident's own voice is missing.
const written = (seed, id) => {
  const session = structuredClone(seed);
  let next = session.next_item;
  const fresh = () => (next += 1) - 1;
  Object.assign(session, { id, started_ms: now - DAY, changed_ms: now - 3_600_000, language, background: text.background, title: text.title });
  session.problem = { wording: text.question, settled: text.question, earlier: text.earlier, sort: 'values' };
  const findOut = { role: text.who, date: day(7) };
  for (const fact of session.facts) if (fact.certainty !== 'known') fact.find_out = findOut;
  const [patient, other] = session.parties;
  Object.assign(patient, { how: 'assumed', view: text.view, heard: 'not_heard', ask: findOut });
  const ids = ['verdighet', 'selvbestemmelse', 'ikke-skade'];
  session.values = [...ids.map((library, at) => ({ id: fresh(), library, name: text.values[at] })), { id: fresh(), library: null, name: text.own }];
  const [a, b, c] = session.values.map((value) => value.id);
  session.conflicts = [{ id: fresh(), a, b: c }];
  session.laws = [{ id: 'pbrl-4-1', act: 'Pasient- og brukerrettighetsloven', section: '§ 4-1', title: 'Samtykke', last_checked: '2026-11-21' }];
  const reason = (side, words) => ({ id: fresh(), side, text: words, values: [a, b], parties: [patient.id, other?.id ?? patient.id] });
  session.alternatives = text.ideas.map((idea) => ({ id: fresh(), text: idea, arguments: [reason('for', text.pro), reason('against', text.against)] }));
  session.overall = {
    chosen: session.alternatives[1].id, reason: text.reason, set_aside: [{ value: c, party: patient.id, soften: text.soften }], disagreement: text.doubt,
    report: { deviation: 'yes', threat: 'no', wrongdoing: 'unsure' }, next: { action: { what: text.act, role: text.role, date: day(14) } },
  };
  session.marks = { problem: 'visited', facts: 'visited', parties: 'visited', values: 'skipped' };
  session.next_item = next;
  return session;
};
const blank = (seed, id) => {
  const session = structuredClone(seed);
  const patient = { ...session.parties[0], view: '', interest: '', how: 'unknown', heard: 'not_heard', ask: null };
  return Object.assign(session, { id, started_ms: now, changed_ms: now - 60_000, case: null, origin: 'own', situation: 'difficult',
    title: '', background: '', problem: { wording: '', settled: '', earlier: [], sort: null }, facts: [], parties: [patient], values: [],
    conflicts: [], laws: [], alternatives: [], marks: {} });
};
// A group on its way in, and one at its steps: six minutes of the first step are used.
const together = (session, id, stage) => {
  const plan = session.guide.plans.find((one) => one.minutes === 60);
  const first = session.guide.steps[0].id;
  const given_ms = Object.fromEntries(Object.entries(plan.steps).map(([step, minutes]) => [step, minutes * 60_000]));
  const clock = { given_ms, had_ms: { [first]: 360_000 }, since_ms: stage === 'underway' ? now : null, hidden: false };
  return Object.assign(session, { id, at: first, group: { participants: 6, professions: { healthcare_worker: 3, nurse: 2, doctor: 1 },
    kind: 'fixed', arena: 'ward_meeting', goal: text.act, stage, plan, clock } });
};
const nameOf = (list, id) => list.find((one) => one.id === id)?.name ?? list.find((one) => one.id === id)?.role ?? '';
const summaryOf = (session) => ({
  session: session.id, started_ms: session.started_ms, language, title: session.title, guide: 'SME', reference: session.guide.reference,
  background: session.background, question: session.problem.wording, earlier: session.problem.earlier,
  facts: session.facts.map(({ id, ...fact }) => fact),
  parties: session.parties.map(({ role, patient, view, interest, how, heard, ask }) => ({
    role, patient, interest, heard, ask, view: how === 'unknown' || view === '' ? 'unknown' : { [how]: view },
  })),
  patient_voice_is_missing: true, values: session.values.map((value) => value.name),
  conflicts: session.conflicts.map((pair) => [nameOf(session.values, pair.a), nameOf(session.values, pair.b)]), laws: session.laws,
  alternatives: session.alternatives.map((one) => ({ text: one.text, chosen: one.id === session.overall.chosen,
    arguments: one.arguments.map((reason) => ({ side: reason.side, text: reason.text,
      values: reason.values.map((id) => nameOf(session.values, id)), parties: reason.parties.map((id) => nameOf(session.parties, id)) })) })),
  reason: session.overall.reason, set_aside: session.overall.set_aside.map((aside) => ({ value: nameOf(session.values, aside.value),
    party: nameOf(session.parties, aside.party), soften: aside.soften })),
  open_values: [text.own], disagreement: session.overall.disagreement, report: session.overall.report, next: session.overall.next, left_out: [],
});
const entryOf = (session, state) => ({
  session: session.id, title: session.title, question: session.problem.wording, language, started_ms: session.started_ms,
  changed_ms: session.changed_ms, state, values: session.values.map((value) => value.name), case: session.case?.id ?? null,
  traits: { values: session.values.map((value) => value.library ?? value.name), setting: session.case?.setting ?? null, themes: session.case?.themes ?? [],
    parties: session.parties.filter((party) => !party.patient && party.role !== '').map((party) => party.role) },
  search: [session.title, session.problem.wording, session.background, ...session.values.map((value) => value.name),
    ...session.alternatives.map((one) => one.text), session.overall.reason].join('\n').toLowerCase(),
});
const packOf = (id, made_here) => {
  const card = { id: 'own-card0001', kind: 'case', level: 'start', settings: ['sykehjem'], task: 'stell', themes: ['stell'],
    values: ['verdighet', 'selvbestemmelse'], parties: ['pasient', 'ansatt'], professions: [], choices: ['a', 'b', 'c'],
    panel: [{ id: 'a', leans: 'a' }, { id: 'b', leans: 'b' }] };
  const cardWords = { title: text.title, text: text.background, question: text.question, follow_ups: text.earlier, twist: text.question,
    choices: { a: text.ideas[0], b: text.ideas[1], c: text.ideas[2] }, panel: { a: { who: text.role, reason: text.pro }, b: { who: text.who, reason: text.against } } };
  const dilemma = { id: 'own-case0001', setting: 'sykehjem', task: 'stell', themes: ['stell'], professions: [], values: ['verdighet'], laws: [],
    facts: [{ id: 'a', certainty: 'known', source: 'observed' }, { id: 'b', certainty: 'unknown' }],
    parties: [{ id: 'a', patient: true, how_we_know: 'said' }, { id: 'b', patient: false, how_we_know: 'unknown' }],
    metadata: { sources: [{ title: text.role }], last_checked: day(-1), needs_review: [] } };
  const dilemmaWords = { title: text.title, teaser: text.act, background: [text.background], question: text.question,
    facts: { a: text.pro, b: text.against }, parties: { a: { role: text.role, view: text.view, interest: '' }, b: { role: text.who, view: '', interest: '' } } };
  const pack = { refleks_pack: 1, language, id, owner: { id: 'owner0001', name: text.own }, title: text.act.slice(0, 30), edition: 2, updated: day(-1),
    cards: [{ neutral: card, words: cardWords }], cases: [{ neutral: dilemma, words: dilemmaWords }],
    prompts: [{ id: 'own-word0001', step: 'facts', on: 'silence', text: text.earlier[0] }] };
  return { pack, made_here, finished: ['own-word0001'], handed_out: null };
};
const kept = (session) => Object.assign(session, { status: { kept: { finished_ms: now - DAY, until: day(60) } } });
const OPEN = (at) => ({ open: { at, of: 6 } });
const UNTIL = { whole: { until: day(60) } };

const furnish = async (seed) => {
  const whole = written(seed, 'whole');
  const brief = Object.assign(written(seed, 'brief'), { form: 'short', case: null, origin: 'own', changed_ms: now - 2 * DAY });
  const old = Object.assign(written(seed, 'old'), { started_ms: now - 21 * DAY, changed_ms: now - 20 * DAY });
  const done = kept(written(seed, 'done'));
  const short = written(seed, 'summed');
  const records = [
    ['whole', 'session', whole], ['entry-whole', 'session-entry', entryOf(whole, OPEN(4))],
    ['blank', 'session', blank(seed, 'blank')], ['entry-blank', 'session-entry', entryOf(blank(seed, 'blank'), OPEN(1))],
    ['brief', 'session', brief], ['entry-brief', 'session-entry', entryOf(brief, OPEN(1))],
    ['old', 'session', old], ['entry-old', 'session-entry', entryOf(old, OPEN(4))],
    ['done', 'session', done], ['entry-done', 'session-entry', entryOf(done, UNTIL)],
    ['agreement-done', 'agreement', { session: 'done', what: text.act, role: text.role, date: day(-1), made_ms: now - 15 * DAY, by_group: true, outcome: null, helped: null, surprise: '' }],
    ['agreement-summed', 'agreement', { session: 'summed', what: text.act, role: text.role, date: day(9), made_ms: now - DAY, by_group: true, outcome: 'done', helped: 'partly', surprise: text.doubt }],
    ['summary-summed', 'summary', summaryOf(short)], ['entry-summed', 'session-entry', entryOf(short, 'summary')],
    ['spoilt', 'session', whole],
  ];
  for (const stage of ['gathering', 'rules', 'underway']) {
    const one = together(stage === 'underway' ? written(seed, stage) : blank(seed, stage), stage, stage);
    records.push([stage, 'session', one], [`entry-${stage}`, 'session-entry', entryOf(one, OPEN(1))]);
  }
  // A round that goes on after a reload, and one that has been opened twice.
  const step = seed.guide.steps[0];
  const words = seed.guide.words[language].steps[step.id].private;
  const asked = { language, question: words.question, choices: words.choices, line: words.line };
  const inRound = together(written(seed, 'private'), 'private', 'underway');
  const opened = together(written(seed, 'revealed'), 'revealed', 'underway');
  opened.reveals = [{ step: step.id, asked, counts: [3, 0, 1, 0, 2], lines: [text.doubt, text.against], held: 1 },
    { step: step.id, asked, counts: [0, 1, 4, 1, 0], lines: [text.pro], held: 0 }];
  const atEnd = together(written(seed, 'marking'), 'marking', 'underway');
  records.push(['marking', 'session', atEnd], ['entry-marking', 'session-entry', entryOf(atEnd, OPEN(6))],
    ['round-b', 'round', { session: 'marking', step: step.id, about: 'meeting', key: 'b', asked: { ...asked, choices: [], line: '' }, turns: 6, had: 3, sealed: 'AAEC' }]);
  opened.ticket = { answered: 6, marks: { take_part: [5, 1, 0], relevant: [6, 0, 0], forward: [4, 1, 1], fellowship: [6, 0, 0], stories: [2, 3, 1] }, somebody_found_it_hard: true };
  records.push(['private', 'session', inRound], ['entry-private', 'session-entry', entryOf(inRound, OPEN(1))],
    ['round-a', 'round', { session: 'private', step: step.id, key: 'a', asked, turns: 6, had: 3, sealed: 'AAEC' }],
    ['revealed', 'session', opened], ['entry-revealed', 'session-entry', entryOf(opened, OPEN(1))]);
  // Idéboksen and «Slik gjør vi det hos oss»: what waits, what has been taken up, what is written, what is due.
  const idea = (offered, taken_up) => ({ text: text.background, question: text.question, language, offered, taken_up });
  const practice = (what, review, agreed) => ({ what, why: text.reason, language, review, agreed, made_ms: now - 200 * DAY, session: 'done',
    traits: entryOf(done, UNTIL).traits });
  records.push(['idea-waits', 'idea', idea(true, false)], ['idea-taken', 'idea', idea(true, true)], ['idea-draft', 'idea', idea(false, false)],
    ['practice-holds', 'practice', practice(text.act, day(90), true)], ['practice-due', 'practice', practice(text.soften, day(-2), true)],
    ['practice-draft', 'practice', practice(text.pro, day(180), false)]);
  const measured = ['rf', 'spo2', 'sbp', 'pulse', 'acvpu', 'temp'].map((measure) => ({ measure }));
  const found = ['breathing', 'skin', 'orientation', 'catheter', 'usual'].map((look) => ({ look }));
  const scoring = { after: 11, points: [0, 1, 0, 1, 1, 0, 0], compared: true };
  const call = { call: { receiver: 'amk', told: ['who', 'where', 'urgent', 'numbers', 'sepsis', 'catheter', 'ambulance', 'next-check', 'read-back'] } };
  const run = (deeds, ended, more = {}) => ({ scenario: 'urosepsis', title: text.title, seed: 0, role: 'nurse', deeds, scorings: [scoring], day: day(0), ended, ...more });
  const begun = [...measured, ...found];
  const watched = { mode: 'watch', scorings: [], would_call: { at: 600, because: ['worry'] } };
  records.push(['run-watching', 'run', run([{ wait: 1800 }], false, watched)], ['run-watched', 'run', run([{ wait: 14400 }], true, watched)],
    ['run-led', 'run', run([...begun, { push: { on: 'rf', by: '4' } }], false, { mode: 'instructor' })], ['run-shared', 'run', run(begun, false, { mode: 'group' })]);
  records.push(['run-bedside', 'run', run(begun, false)],
    ['run-talked', 'run', run([...begun, { act: 'stay' }, { act: 'urine-stick' }, { wait: 1800 }, call, { wait: 3600 }], true)]);
  // Læring: lessons that were left at a screen of each kind, and one that is done with something passed by.
  const left = (lesson, at, answers = {}, done = '') => [`lesson-${lesson}`, 'lesson_marks', { at, done,
    answers: Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, { first: answer, last: answer }])) }];
  const course = { 'she-forgets': { one: 'memory' }, 'what-it-names': { some: ['big-questions', 'getting-out', 'single-room'] },
    'the-duvet': { path: ['go-on', 'cover', 'shield'] }, 'what-hurts-most': { one: 'waiting' } };
  const bins = { thinners: 'say', 'busy-shift': 'say', 'hit-his-head': 'say', lifted: 'leave', neighbour: 'leave', plan: 'say' };
  const order = ['problem', 'parties', 'facts', 'values', 'alternatives', 'overall'];
  records.push(left('verdighet', '', course, day(-3)), left('tvang', 'three-ways'), left('selvbestemmelse', 'new-word'), left('sma-tegn', 'count-the-breath'),
    left('bilder', 'technology-that-sees'), left('habilitet', 'what-do-you-do'), left('apenhet', 'a-good-talk'), left('innkjop', 'shower-chairs'),
    left('gaver', 'which-answer'), left('isbar', 'say-or-leave', { 'say-or-leave': { bins } }), left('seks-trinn', 'in-which-order', { 'in-which-order': { order } }),
    left('news2', 'oxygen-and-confusion', { 'oxygen-and-confusion': { number: 7 } }), left('likeverd', 'not-you'), left('vare', 'must-all-come'));
  // Det som venter: a path that was begun long ago, so that days have gone by and half a year as well, and one whose
  // days are to come.
  const onPath = (id, ahead) => [`path-${id}`, 'path_marks', { started: day(ahead), chosen: day(ahead), parts: {} }];
  records.push(onPath('vikar', -200), onPath('etikkveileder', -1));
  // Groups that talked about lessons.
  const talk = (id, lesson, ahead, arena, people) => [`group-talk-${id}`, 'lesson_talk', { lesson, day: day(ahead), arena, people }];
  records.push(talk('a', 'verdighet', 0, 'staff_meeting', 9), talk('b', 'verdighet', -6, 'handover', 4), talk('c', 'tvang', -2, 'study_day', 30));
  // Own content: a pack that is written here, and one from others.
  records.push(['pack-made0001', 'pack', packOf('made0001', true)], ['pack-taken001', 'pack', packOf('taken001', false)]);
  for (let at = 0; at < many; at += 1) {
    const one = kept(written(seed, `many${at}`));
    Object.assign(one, { title: `${text.title} ${at}`, changed_ms: now - (at + 2) * 600_000 });
    records.push([one.id, 'session', one], [`entry-${one.id}`, 'session-entry', entryOf(one, UNTIL)]);
  }
  return Promise.all(records.map(([id, kind, value]) => recordOf(id, kind, value)));
};

(async () => {
  const database = await asked(indexedDB.open('refleks'));
  const records = await asked(database.transaction('records').objectStore('records').getAll());
  const found = records.find((record) => record.kind === 'session' && record.payload !== undefined);
  if (found === undefined) { database.close(); return false; }
  const seed = JSON.parse(new TextDecoder().decode(found.payload));
  const made = await furnish(seed);
  made.find(([id]) => id === 'spoilt')[1].payload[40] ^= 1;
  const transaction = database.transaction('records', 'readwrite', { durability: 'relaxed' });
  const store = transaction.objectStore('records');
  for (const [id, record] of made) store.put(record, id);
  for (const id of [seed.id, `entry-${seed.id}`]) store.delete(id);
  await ended(transaction);
  database.close();
  return true;
})().then(done, (failure) => done(String(failure)));
