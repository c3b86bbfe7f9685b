/* Answers the search box in the theme's place: behaves like Ctrl+F, then tolerant. No index of words is built.
   The text of the whole site becomes one long normalised string; a query is a few scans over it.
   docs/maintain/search.md says in plain words what is found, and why in this order. */
"use strict";

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3; // the messages of Material's search
const BREAK = 1, END = 2; // the end of a title, of a record: no normalised query holds these characters
const PINNED = 9; // the tier of what a query names outright
const MOST = {
  query: 400, words: 8, provisions: 6, works: 3, acts: 2, // read of a query, and pinned for it
  edit: 24, near: 8, pairs: 24, few: 5, perRecord: 5, // looked for
  pages: 30, perPage: 8, shown: 3, marks: 6, excerpt: 120, lead: 30, // shown
};

let index; // what `prepare` made of the site

/* ---- Normal form --------------------------------------------------------------------------------- */

/* For each code unit its normal form, 0 where it is not looked at: punctuation and space are not, width,
   case and traditional forms do not matter. Halves of surrogate pairs stay, so that a rare character is found. */
const form = new Uint16Array(65536);

function learn(variants) {
  for (const [from, to] of [[0x30, 0x39], [0x61, 0x7a], [0xc0, 0x1fff], [0x3005, 0x3005], [0x3040, 0x30ff],
    [0x3400, 0x9fff], [0xac00, 0xd7a3], [0xd800, 0xdfff]])
    for (let code = from; code <= to; code++) form[code] = code;
  for (let code = 0x41; code <= 0x1fff; code++) {
    const lower = String.fromCharCode(code).toLowerCase();
    if (lower.length === 1) form[code] = form[lower.charCodeAt(0)];
  }
  for (let code = 0x21; code <= 0x7e; code++) form[code + 0xfee0] = form[code]; // ａ, ９
  form["〇".charCodeAt(0)] = "零".charCodeAt(0);
  for (let i = 0; i < variants.length; i += 2) form[variants.charCodeAt(i)] = variants.charCodeAt(i + 1);
}

/* The normal form of a text, with `gap` in place of each stretch that is not looked at. */
function normalise(text, gap = "") {
  let normal = "", open = false;
  for (let i = 0; i < text.length; i++) {
    const code = form[text.charCodeAt(i)];
    if (code) normal += (open ? gap : "") + String.fromCharCode(code);
    open = !code && normal !== "";
  }
  return normal;
}

/* Where each character of the normal form stands in the source. */
function places(text) {
  const kept = [];
  for (let i = 0; i < text.length; i++) if (form[text.charCodeAt(i)]) kept.push(i);
  return kept;
}

/* ---- Set up -------------------------------------------------------------------------------------- */

function prepare({ config, docs }) {
  learn(config.variants ?? "");
  const count = docs.length, starts = new Int32Array(count + 1), bodies = new Int32Array(count);
  const units = new Uint16Array(docs.reduce((sum, { title, text }) => sum + title.length + text.length + 2, 0));
  let at = 0;
  const add = (text, end) => {
    for (let i = 0; i < text.length; i++) {
      const code = form[text.charCodeAt(i)];
      if (code) units[at++] = code;
    }
    units[at++] = end;
    return at;
  };
  docs.forEach(({ title, text }, i) => {
    bodies[i] = add(title, BREAK) - 1;
    starts[i + 1] = add(text, END);
  });
  /* Made in one piece: a string that grew character by character would be slow to scan. */
  const text = new TextDecoder("utf-16le").decode(units.subarray(0, at));
  index = { docs, count, text, starts, bodies, average: at / (count || 1), ...pagesOf(docs), ...wordsOf(config, docs) };
}

function pagesOf(docs) {
  const pages = new Map(), byLocation = new Map(docs.map(({ location }, i) => [location, i]));
  const pageOf = Int32Array.from(docs, ({ location }) => {
    const [path] = location.split("#");
    return pages.get(path) ?? (pages.set(path, pages.size), pages.size - 1);
  });
  return { byLocation, pageOf, tops: [...pages.keys()].map((path) => byLocation.get(path)) };
}

/* What the build says of words, in normal form; and all that may complete what is being typed. */
function wordsOf({ regulations = [], conducts = [], synonyms = {} }, docs) {
  const articles = new Map(); // "slug/2023/97" → record
  docs.forEach(({ location }, i) => {
    const match = /^regulations\/([^/]+\/\d{4})\/[^#]+#art_([\d-]+)$/.exec(location);
    if (match) articles.set(`${match[1]}/${match[2]}`, i);
  });
  return {
    articles,
    works: regulations.map((work) => ({ ...work, names: work.titles.map((title) => normalise(title)) })),
    acts: conducts.map((act) => ({ ...act, words: act.words.map((word) => normalise(word)) })),
    synonyms: new Map(Object.entries(synonyms).map(([word, other]) => [normalise(word), other.map((w) => normalise(w))])),
    completions: [
      ...regulations.flatMap(({ titles }) => titles), ...conducts.flatMap(({ words }) => words),
      ...Object.values(synonyms).flat(), ...docs.filter(({ boost }) => !boost).map(({ title }) => title),
    ],
  };
}

/* ---- Scans --------------------------------------------------------------------------------------- */

const IN_TITLE = 1, ENDS_TITLE = 2, IS_TITLE = 4;

/* The records in which a word stands: how often, and how it stands in the title. */
function find(word) {
  const found = { docs: [], counts: [], titles: [] }, { text, starts, bodies } = index;
  for (let at = word ? text.indexOf(word) : -1, doc = 0; at >= 0; ) {
    doc = recordAt(at, doc);
    let count = 0, title = 0;
    /* More of the same in one record changes nothing, and 的 stands everywhere. */
    for (; at >= 0 && at < starts[doc + 1]; at = text.indexOf(word, count < MOST.perRecord ? at + word.length : starts[doc + 1])) {
      count++;
      if (at > bodies[doc]) continue;
      const ends = at + word.length === bodies[doc];
      title |= IN_TITLE | (ends ? ENDS_TITLE : 0) | (ends && at === starts[doc] ? IS_TITLE : 0);
    }
    found.docs.push(doc);
    found.counts.push(count);
    found.titles.push(title);
  }
  return found;
}

/* The record that holds a place in the text, not before `low`: by leaps, for the next hit is often near. */
function recordAt(place, low) {
  const { starts, count } = index;
  let step = 1, high = low;
  while (high < count && starts[high + 1] <= place) { low = high + 1; high += step; step *= 2; }
  high = Math.min(high, count - 1);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/* Scores by record, and the records that have one. */
class Tally {
  docs = [];
  scores = new Float64Array(index.count);
  add(doc, score) {
    if (!this.scores[doc]) this.docs.push(doc);
    this.scores[doc] += score;
  }
}

const rarity = ({ docs }) => Math.log(1 + (index.count - docs.length + 0.5) / (docs.length + 0.5));

/* Weighs hits as BM25 does; a title says what a record is about. */
function weigh(found, weight, tally) {
  const rare = rarity(found), { starts, average, docs } = index;
  found.docs.forEach((doc, i) => {
    const n = found.counts[i], title = found.titles[i], length = starts[doc + 1] - starts[doc];
    const often = (2.2 * n) / (n + 1.2 * (0.25 + (0.75 * length) / average));
    const bonus = !!(title & IN_TITLE) + !!(title & ENDS_TITLE) + !!(title & IS_TITLE);
    tally.add(doc, weight * (rare * often + bonus * (2 * rare + 2)) * (docs[doc].boost ?? 1));
  });
  return found.docs.length > 0;
}

/* ---- Tolerance ----------------------------------------------------------------------------------- */

/* Whether a stretch of the site's text is one edit away from a word at most. */
function isNear(word, start, length) {
  const { text } = index, short = Math.min(word.length, length);
  let head = 0, tail = 0;
  while (head < short && word[head] === text[start + head]) head++;
  while (tail < short - head && word[word.length - 1 - tail] === text[start + length - 1 - tail]) tail++;
  return start >= 0 && head + tail >= Math.max(word.length, length) - 1;
}

/* Words of the site one edit away from `word`, the likeliest first: one of its halves stands in each of them. */
function nearWords(word) {
  const near = new Map(), { text } = index, size = word.length, half = size >> 1;
  if (size < 3 || size > MOST.edit) return [];
  const consider = (part, place) => {
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1))
      for (let length = size - 1; length <= size + 1; length++) {
        const start = place(at, length);
        if (!isNear(word, start, length)) continue;
        const found = text.slice(start, start + length);
        if (!/[\x01\x02]/.test(found)) near.set(found, (near.get(found) ?? 0) + 1);
      }
  };
  if (half > 1 || size === 3) consider(word.slice(0, half), (at) => at);
  consider(word.slice(half), (at, length) => at + size - half - length);
  const likely = ([found, count]) => count * (found.length === size ? 4 : 1); // one character for another
  return [...near].sort((a, b) => likely(b) - likely(a)).slice(0, MOST.near).map(([found]) => found);
}

/* A run of words, cut into the longest that stand on the site; nothing where much of it stands nowhere. */
function cut(run) {
  const { text } = index, parts = [];
  for (let at = 0; at < run.length && run.length <= MOST.edit; ) {
    let end = at + 1;
    while (end < run.length && text.includes(run.slice(at, end + 1))) end++;
    if (end > at + 1) parts.push(run.slice(at, end));
    at = end;
  }
  return parts.join("").length >= 0.6 * run.length ? parts : [];
}

/* The pairs of neighbouring characters of a word, evenly drawn from a long one. */
function pairsOf(word) {
  const pairs = [...new Set(Array.from({ length: Math.max(1, word.length - 1) }, (_, i) => word.slice(i, i + 2)))];
  const step = Math.max(1, pairs.length / MOST.pairs);
  return pairs.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
}

/* Records that hold most pairs of a word, the rare ones above all. */
function covered(word) {
  const share = new Tally(), all = new Tally(), kept = new Tally();
  let total = 0;
  for (const pair of pairsOf(word)) {
    const found = find(pair), rare = rarity(found);
    total += rare;
    for (const doc of found.docs) share.add(doc, rare);
    weigh(found, 0.3, all);
  }
  const least = share.docs.some((doc) => share.scores[doc] >= 0.4 * total) ? 0.4 : 0.25;
  for (const doc of share.docs) {
    const part = share.scores[doc] / total;
    if (part >= least) kept.add(doc, all.scores[doc] * part ** 2);
  }
  return kept;
}

/* ---- Numbers ------------------------------------------------------------------------------------- */

const DIGITS = "零一二三四五六七八九";

function toChinese(number) {
  let words = "", gap = false;
  for (const [unit, size] of [["千", 1000], ["百", 100], ["十", 10], ["", 1]]) {
    const digit = Math.floor(number / size) % 10;
    if (digit) words += (gap ? "零" : "") + DIGITS[digit] + unit;
    gap = !digit && words !== "";
  }
  return words.replace(/^一十/, "十");
}

function toNumber(words) {
  if (/^\d+$/.test(words)) return Number(words);
  if (/^[零一二三四五六七八九]{2,}$/.test(words)) return Number([...words].map((c) => DIGITS.indexOf(c)).join(""));
  let total = 0, digit = 0;
  for (const c of words.replace(/两/g, "二")) {
    const size = { 十: 10, 百: 100, 千: 1000 }[c];
    if (size) total += (digit || 1) * size;
    digit = size ? 0 : DIGITS.indexOf(c);
  }
  return total + digit;
}

/* ---- What is asked for --------------------------------------------------------------------------- */

const NUMERAL = "(\\d{1,4}|[零一二三四五六七八九十百千两]{1,9})";
const PROVISION = new RegExp(
  `(第?)${NUMERAL} ?条(?: ?之 ?([一二三四五六七八九十]))?(?: ?第?${NUMERAL} ?款)?(?: ?第? ?${NUMERAL} ?项)?`, "g");
const CHAPTER = new RegExp(`^(.*?)第?${NUMERAL}章$`);
const YEAR = /(?<!\d)((?:19|20)\d\d|二零[零一二三][零一二三四五六七八九])(?!\d) ?年? ?(?:修订|修正|修改)? ?版? ?的?/;
const ASKING = [ // what makes words a question and says nothing of the subject
  /^(?:请问|想问|问一下|如果|要是|什么是|什么叫|何为|怎么|如何)/,
  /(?:应该|应当|会|要|该|将)?(?:怎么|如何|怎样|咋)(?:处理|处分|处罚|办|规定|认定|定性|算)?的?$/,
  /(?:是什么意思|是什么|指什么|有哪些|是哪些|有什么规定|是第几条|第几条|哪一条|哪条|违反什么纪律|受什么处分|什么处分)$/,
  /(?:可以|行|能|允许|违纪|违规|算违纪|算不算违纪|算不算|能不能|可不可以)?(?:吗|嘛|么|呢|吧)$/,
  /(?:能不能|可不可以|算不算违纪|算不算|是多久|多久|多长时间|是几年|几年|为什么)$/,
];
const FILLERS = new Set("的 和 与 及 或 了 在 中 按 关于 根据 依据 依照 按照 违反 规定 请问".split(" "));

/* Punctuation becomes a space, so that 条例（2018）88条 keeps its two numbers. */
const clean = (query) => normalise(query.slice(0, MOST.query), " ").replace(/ ?第 ?/g, "第");

/* A question without the words that make it one; never nothing. */
const unpad = (piece) => ASKING.reduce((words, padding) => words.replace(padding, "") || words, piece);

/* Whether all characters of a short name stand in a long one, in order: 党纪处分条例. */
function runsThrough(short, long) {
  let at = 0;
  for (const c of long) if (c === short[at]) at++;
  return at === short.length;
}

const MEANS = [
  (name, words) => name === words,
  (name, words) => name.endsWith(words),
  (name, words) => words.length > 3 && name.at(-1) === words.at(-1) && runsThrough(words, name),
];

/* The work, and the year of an edition, that words end with; `rest` is what stands before them. Works come
   with the most cited first, so that 条例 alone is the one on sanctions. */
function named(words) {
  const match = YEAR.exec(words), year = match ? toNumber(match[1]) : 0;
  const plain = (match ? words.replace(match[0], "") : words).replace(/ /g, "");
  for (let from = 0; plain.length - from >= 2 && from < MOST.edit; from++)
    for (const means of MEANS) {
      const work = index.works.find(({ names }) => names.some((name) => means(name, plain.slice(from))));
      if (work) return { work, year, rest: plain.slice(0, from), title: plain.slice(from) };
    }
  const work = plain ? undefined : index.works.find(({ editions }) => editions.includes(String(year)));
  return work && { work, year, rest: "", title: "" };
}

/* The edition that a year means: of that year, else the latest before it, else today's. */
const editionOf = ({ work, year }) => (year && work.editions.find((name) => Number(name) <= year)) || work.current;

/* The records of an article: in the work that is named, else in the most cited that are in force. */
function articles(name, number, paragraph, item) {
  const works = name ? [[name.work, editionOf(name)]] : index.works.map((work) => [work, work.current]);
  const docs = works.map(([work, edition]) => index.articles.get(`${work.slug}/${edition}/${number}`));
  const known = docs.filter((doc) => doc !== undefined).slice(0, MOST.works);
  return known.map((doc) => ({ doc, ...within(index.docs[doc], paragraph, item) }));
}

/* The anchor of a 款 or 项 of an article, where the page has it; a lone 款 is the article. */
function within({ paragraphs = [] }, paragraph, item) {
  const which = paragraph ?? (item && 1 + paragraphs.findIndex((items) => items >= item));
  if (!which || which > paragraphs.length) return {};
  const deep = item && item <= paragraphs[which - 1];
  return {
    anchor: `__para_${which}${deep ? `__item_${item}` : ""}`,
    label: `第${toChinese(which)}款${deep ? `第（${toChinese(item)}）项` : ""}`,
  };
}

/* How a provision is written in prose: choices of forms; the first choice that stands anywhere is looked for. */
function writtenForms(name, label, paragraph) {
  const short = name?.work.names.filter((title) => name.work.names[0].endsWith(title)).at(-1);
  const edition = name && editionOf(name);
  const old = [`${edition}年版`, `${short}${edition}年修订`, `${edition}年${short}`];
  const heads = !name ? [""] : edition === name.work.current ? [short] : old;
  const tails = paragraph ? [`${label}第${toChinese(paragraph)}款`, label] : [label];
  return tails.map((tail) => heads.map((head) => head + tail));
}

/* The page of a work, or first of the edition or chapter that is named. */
function workPages(name, chapter) {
  const folder = `regulations/${name.work.slug}`, edition = editionOf(name);
  const pages = [`${folder}/index.html`];
  if (name.year) pages.unshift(`${folder}/${edition}/index.html`);
  if (chapter) pages.unshift(`${folder}/${edition}/chapter-${String(chapter).padStart(2, "0")}.html`);
  return pages.map((page) => ({ doc: index.byLocation.get(page) })).filter(({ doc }) => doc !== undefined);
}

/* The provisions in a query: 97条; a number alone or after a title is one too: 条例97. 八条规定 is none. */
function provisionsIn(text) {
  const bare = /^(.*?)第?(\d{1,3})$/.exec(text), title = bare && named(bare[1]);
  const meant = bare && (!bare[1] || (title && !title.rest)) ? `${text}条` : text;
  return [...meant.matchAll(PROVISION)].slice(0, MOST.provisions).filter(([all, ordinal, main], _, { length }) => {
    const sure = ordinal || /\d/.test(main) || toNumber(main) > 9 || all === meant;
    return toNumber(main) > 0 && (sure || (length === 1 && named(meant.split(all)[0])));
  });
}

/* Reads a query: the records it names outright, and the words to look for, each in its choices of forms. */
function read(query) {
  const text = clean(query), whole = unpad(text.replace(/ /g, "")), pins = [], words = [];
  let from = 0, name;
  const take = (part) => {
    for (const piece of part.split(" ").filter(Boolean).map(unpad)) words.push({ piece, choices: [[piece]] });
  };
  for (const match of index.synonyms.has(whole) ? [] : provisionsIn(text)) {
    const before = text.slice(from, match.index), own = named(before);
    const [, , main, sub, paragraph, item] = match.map((part, i) => (part && i > 1 ? toNumber(part) : part));
    name = own ?? name;
    const label = `第${toChinese(main)}条${sub ? `之${toChinese(sub)}` : ""}`;
    const found = articles(name, sub ? `${main}-${sub}` : `${main}`, paragraph, item);
    pins.push(...(found.length || !name ? found : workPages(name).map((page) => ({ ...page, approximate: true }))));
    take(own ? own.rest : before);
    words.push({ piece: label, choices: writtenForms(name, label, paragraph) });
    from = match.index + match[0].length;
  }
  if (!from) pins.push(...titlesIn(text));
  take(text.slice(from));
  const telling = words.filter(({ piece }) => !FILLERS.has(piece));
  return { pins, whole, words: (telling.length ? telling : words).slice(0, MOST.words) };
}

/* A query that is a title and nothing else, with the year or the chapter that it adds. */
function titlesIn(text) {
  const chapter = CHAPTER.exec(text), name = named(chapter ? chapter[1] : text);
  if (!name || name.rest) return [];
  const clear = chapter || name.title.length > 2 || name.work.names.includes(name.title);
  return clear ? workPages(name, chapter && toNumber(chapter[2])) : [];
}

/* ---- Conduct ------------------------------------------------------------------------------------- */

const EMPTY = /[的了着过我你他她是在把被给让能会要有就都也很去]/g;

/* How much two ways of saying a thing have in common, in whatever order: 老板请吃饭, 吃老板的饭. */
function likeness(a, b) {
  const left = [...a.replace(EMPTY, "")], right = [...b.replace(EMPTY, "")], size = left.length + right.length;
  let shared = 0;
  for (const c of left) {
    const at = right.indexOf(c);
    if (at >= 0) { right.splice(at, 1); shared++; }
  }
  return shared > 1 ? (2 * shared) / size : 0;
}

/* The sections of 按行为查 that words mean; `sure` where they hold what people call the conduct, `typed` where
   they are the query itself and not a word near it. */
function actsFor(query, typed) {
  const found = [];
  for (const act of index.acts) {
    let like = 0, sure = false;
    for (const word of act.words) {
      const holds = word.length > 1 && word.length * 2 >= query.length && query.includes(word);
      const runs = query.length > 2 && runsThrough(query, word);
      const share = Math.min(word.length, query.length) / Math.max(word.length, query.length);
      const degree = holds || runs ? 1 + share : likeness(query, word);
      if (degree > like) { like = degree; sure = holds || runs; }
    }
    if (like >= 0.6) found.push({ act, like, sure, typed });
  }
  return found.sort((a, b) => b.like - a.like).slice(0, MOST.acts);
}

/* ---- Ranking ------------------------------------------------------------------------------------- */

/* The records in which a word stands in one of its forms, or else nearly; and what to mark there. */
function lookUp({ piece, choices }) {
  const tally = new Tally(), marks = [];
  const seek = (words, weight) => marks.push(...words.filter((word) => weigh(find(word), weight, tally)));
  for (const forms of choices) if (!marks.length) seek(forms, 1);
  const own = marks.length > 0;
  seek(index.synonyms.get(piece) ?? [], own ? 0.5 : 0.8);
  const approximate = !marks.length;
  if (approximate) for (const near of nearWords(piece)) seek([near], near.length === piece.length ? 0.6 : 0.4);
  return { piece, tally, marks, approximate };
}

/* Every word of a query; one that stands nowhere is cut into several, or its pairs of characters are counted. */
function lookUpAll(words) {
  return words.flatMap((word) => {
    const found = lookUp(word), parts = found.marks.length ? [] : cut(word.piece);
    if (found.marks.length) return [found];
    const loose = { approximate: true, loose: true };
    if (parts.length) return parts.map((piece) => ({ ...lookUp({ piece, choices: [[piece]] }), ...loose }));
    return [{ ...found, tally: covered(word.piece), marks: pairsOf(word.piece) }];
  }).slice(0, 30);
}

/* The best pages: those that hold the phrase as typed, then those with all words in one section, then those
   with all on the page; those with some of the words only where there are few or none of these. */
function rank({ words, whole }) {
  const found = lookUpAll(words), all = 2 ** found.length - 1, { total, masks, phrase } = sum(found, words, whole);
  const { docs, pageOf, tops } = index, size = tops.length, pages = [];
  const mask = new Int32Array(size), tier = new Uint8Array(size), best = new Float64Array(size), rest = new Float64Array(size);
  for (const doc of total.docs) {
    const page = pageOf[doc], score = total.scores[doc];
    if (!tier[page]) pages.push(page);
    mask[page] |= phrase.scores[doc] ? all : masks[doc];
    rest[page] += score;
    best[page] = Math.max(best[page], score);
    /* What only repeats others stands behind them, whatever it holds. */
    const repeats = docs[doc].boost < 1, whole = phrase.scores[doc] && words.length > 1;
    tier[page] = Math.max(tier[page], repeats || masks[doc] !== all ? 1 : whole ? 4 : 3);
  }
  for (const page of pages) if (tier[page] === 1 && mask[page] === all) tier[page] = 2;
  const full = pages.filter((page) => tier[page] > 1), approximate = found.some((word) => word.approximate);
  const few = !full.length || (full.length < MOST.few && found.some(({ loose }) => loose));
  for (const page of pages) {
    const others = Math.min(rest[page] - best[page], best[page]);
    rest[page] = (best[page] + 0.1 * others) * (tier[page] > 1 ? 1 : bits(mask[page]));
  }
  const order = (a, b) => tier[b] - tier[a] || rest[b] - rest[a] || a - b;
  const chosen = new Map(first(few ? pages : full, MOST.pages, order).map((page) => [page, {
    page, docs: [], tier: tier[page], score: rest[page], approximate: tier[page] < 4 && (approximate || tier[page] < 2),
    missing: found.filter((_, i) => !(mask[page] & (1 << i))).map(({ piece }) => piece),
  }]));
  for (const doc of total.docs) chosen.get(pageOf[doc])?.docs.push([doc, total.scores[doc]]);
  const marks = [...(phrase.docs.length && words.length > 1 ? [whole] : []), ...found.flatMap((word) => word.marks)];
  const near = approximate && found.length === 1 ? marks : [];
  return { pages: [...chosen.values()], marks, sure: full.length > 0 && !approximate, near };
}

/* The scores of all words together, which of them each record holds (a bit a word), and the whole phrase. */
function sum(found, words, whole) {
  const total = new Tally(), phrase = new Tally(), masks = new Int32Array(index.count);
  found.forEach(({ tally }, i) => {
    for (const doc of tally.docs) { masks[doc] |= 1 << i; total.add(doc, tally.scores[doc]); }
  });
  const literal = words.length === 1 && words[0].piece !== whole ? 0.1 : 2; // 十七条 stands in 第二十七条 too
  if (words.length > 1 || literal < 1) weigh(find(whole), literal, phrase);
  for (const doc of phrase.docs) {
    total.add(doc, phrase.scores[doc]);
    if (literal > 1) masks[doc] = 2 ** found.length - 1;
  }
  return { total, masks, phrase };
}

const bits = (mask) => { let n = 0; for (; mask; mask &= mask - 1) n++; return n; };

/* A page that holds none of what was typed. */
const added = (page) => ({ page, docs: [], missing: [], tier: 0, score: 0, approximate: true });

/* Puts what is named outright before everything else, in its order. */
function pin(pages, pins) {
  const byPage = new Map(pages.map((page) => [page.page, page]));
  pins.forEach(({ doc, anchor, label, approximate = false }, i) => {
    const number = index.pageOf[doc], page = byPage.get(number) ?? added(number);
    byPage.set(number, page);
    if (page.tier !== PINNED) {
      Object.assign(page, { tier: PINNED, score: -i, approximate: approximate && page.approximate, targets: new Map() });
    }
    if (page.targets.has(doc)) return;
    page.targets.set(doc, { anchor, label });
    page.docs = [...page.docs.filter(([other]) => other !== doc), [doc, 1e6 - i]];
  });
  return [...byPage.values()];
}

/* What the words for a conduct lead to: its section and the articles that it names. */
function pinsOf({ act, like, sure, typed }) {
  return [act.location, ...(sure || like > 0.7 ? act.articles : [])].flatMap((location) => {
    const [, base, anchor] = /^(.*?)(__para_.*)?$/.exec(location), doc = index.byLocation.get(base);
    return doc === undefined ? [] : [{ doc, anchor, approximate: !sure || !typed }];
  });
}

/* Pages that hold other words for the same conduct, behind all that hold what was typed. */
function kindred(acts, pages) {
  const tally = new Tally(), held = new Set(pages.map(({ page }) => page)), more = new Map();
  const words = acts.filter(({ sure }) => sure).flatMap(({ act }) => act.words);
  for (const word of words) weigh(find(word), 0.3, tally);
  for (const doc of tally.docs) {
    const page = index.pageOf[doc], entry = more.get(page) ?? added(page);
    if (held.has(page)) continue;
    more.set(page, entry);
    entry.docs.push([doc, tally.scores[doc]]);
    entry.score = Math.max(entry.score, tally.scores[doc]);
  }
  return { others: [...more.values()], words: more.size ? words : [] };
}

function search(query) {
  const asked = read(query);
  if (!asked.words.length) return [];
  const { pages, marks, sure, near } = rank(asked);
  const acts = [asked.whole, ...near.slice(0, 2)].map((words, i) => actsFor(words, i === 0)).find((list) => list.length) ?? [];
  const certain = acts.filter((act) => act.sure);
  const meant = certain.length || sure || asked.pins.length ? certain : acts;
  const { others, words } = pages.length < MOST.pages ? kindred(meant, pages) : { others: [], words: [] };
  const pinned = pin([...pages, ...others], [...asked.pins, ...meant.flatMap(pinsOf)]);
  const best = first(pinned, MOST.pages, (a, b) => b.tier - a.tier || b.score - a.score || a.page - b.page);
  return best.map((page, place) => group(page, place, page.tier ? marks : words));
}

/* The first few of a list in an order, without sorting all of it. */
function first(list, count, order) {
  const best = [];
  for (const entry of list) {
    if (best.length === count && order(best[count - 1], entry) <= 0) continue;
    let at = best.length;
    while (at && order(best[at - 1], entry) > 0) at--;
    best.splice(at, 0, entry);
    if (best.length > count) best.pop();
  }
  return best;
}

/* ---- What is shown ------------------------------------------------------------------------------- */

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escape = (text) => text.replace(/[&<>"']/g, (c) => SIGNS[c]);

/* The stretches of a source text to mark, in order and without overlap; `normal` is its normal form. */
function stretches(text, normal, marks) {
  const spans = [], merged = [];
  for (const mark of marks)
    for (let at = normal.indexOf(mark), n = 0; mark && at >= 0 && n < 20; at = normal.indexOf(mark, at + mark.length), n++)
      spans.push([at, at + mark.length]);
  if (!spans.length) return spans;
  const kept = places(text);
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
    const from = kept[start], to = kept[end - 1] + 1, last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/* A text from `from` to `to` as HTML, with its stretches marked. */
function marked(text, spans, from = 0, to = text.length) {
  let html = "", at = from;
  for (const [start, end] of spans) {
    if (start < from || start >= to) continue;
    html += `${escape(text.slice(at, start))}<mark>${escape(text.slice(start, Math.min(end, to)))}</mark>`;
    at = Math.min(end, to);
  }
  return html + escape(text.slice(at, to));
}

/* The part of a text that holds most of what is marked. */
function excerpt(text, spans) {
  let best = 0, most = 0;
  for (let i = 0; i < spans.length; i++) {
    let size = 0;
    for (let k = i; k < spans.length && spans[k][1] <= spans[i][0] + MOST.excerpt - MOST.lead; k++) size += spans[k][1] - spans[k][0];
    if (size > most) { most = size; best = spans[i][0]; }
  }
  const splits = (at) => (text.charCodeAt(at) & 0xfc00) === 0xdc00; // between the halves of a character
  let from = best > MOST.lead ? best - MOST.lead : 0, to = Math.min(text.length, from + MOST.excerpt);
  if (splits(from)) from--;
  if (splits(to)) to++;
  return `${from ? "…" : ""}${marked(text, spans, from, to)}${to < text.length ? "…" : ""}`;
}

/* A record as the theme shows it. `score` decides only what is folded and what Enter opens. */
function item(doc, score, marks, page) {
  const { location, title, text, tags = [] } = index.docs[doc], { anchor = "", label } = page.targets?.get(doc) ?? {};
  const { starts, bodies } = index, start = starts[doc], body = bodies[doc];
  const inTitle = stretches(title, index.text.slice(start, body), marks);
  const inText = stretches(text, index.text.slice(body + 1, starts[doc + 1] - 1), label ? [normalise(label), ...marks] : marks);
  const fragments = [[title, inTitle], [text, inText]].flatMap(([source, spans]) => spans.map(([from, to]) => source.slice(from, to)));
  let name = marked(title, inTitle);
  if (label) name = name.replace(/(?= )|$/, label);
  if (page.approximate && !location.includes("#")) name = `<span class="approximate">近似结果</span>${name}`;
  const shown = { location: location + anchor, title: name, text: excerpt(text, inText), score };
  return { ...shown, terms: termsOf(fragments, page.missing), ...(tags.length && { tags: tags.map(escape) }) };
}

/* The words that the page marks when it is opened, and those that it lacks; single characters say too little. */
function termsOf(fragments, missing) {
  const words = [...new Set(fragments.flatMap((fragment) => fragment.split(/\s+/)))].filter(Boolean);
  const long = words.filter((word) => word.length > 1);
  return Object.fromEntries([
    ...(long.length ? long : words).slice(0, MOST.marks).map((word) => [word, true]),
    ...missing.slice(0, MOST.marks).map((word) => [word, false]),
  ]);
}

/* A page and its sections, the best first: the theme folds away what scores less than that, and takes the
   page's own record, which has no #, for the heading. */
function group(page, place, marks) {
  const top = index.tops[page.page], score = 1000 - place;
  const docs = first(page.docs, MOST.perPage, (a, b) => b[1] - a[1] || a[0] - b[0]);
  const [best, most] = docs[0];
  const items = docs.map(([doc, own], i) => {
    const open = i === 0 || (best !== top && i < MOST.shown && own > 0.6 * most);
    return item(doc, doc !== top && open ? score : doc === best ? score : score - 0.5, marks, page);
  });
  if (top !== undefined && docs.every(([doc]) => doc !== top)) items.push({ ...item(top, score - 0.5, marks, page), text: "" });
  return items;
}

/* What would complete the word that is being typed. */
function completion(query) {
  const typed = query.slice(0, MOST.query).split(/[\s-]+/).at(-1);
  const found = typed && index.completions.find((word) => word.length > typed.length && word.startsWith(typed));
  return found ? [found] : [];
}

self.addEventListener("message", ({ data: message }) => {
  if (message?.type === SETUP) {
    prepare(message.data);
    postMessage({ type: READY });
  } else if (message?.type === QUERY && index) {
    const query = String(message.data);
    postMessage({ type: RESULT, data: { items: search(query), suggest: completion(query) } });
  }
});
