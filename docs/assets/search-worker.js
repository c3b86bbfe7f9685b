/* Answers the search box in the theme's place: behaves like Ctrl+F, then tolerant.
   The text of the whole site becomes one long normalised string, and for each pair of characters there is a list
   of the records that hold it: a word is looked for only where its rarest pair stands.
   docs/maintain/search.md says in plain words what is found, and why in this order. */
"use strict";

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3; // the messages of Material's search
const BREAK = 1, END = 2; // the end of a title, of a record: no normalised query holds these characters
const MOST = {
  query: 400, words: 8, provisions: 6, works: 3, acts: 2, cases: 5, // read of a query, and pinned for it
  edit: 24, near: 8, looks: 9000, pairs: 24, parts: 22, perRecord: 5, weighed: 60, // looked for
  pages: 30, perPage: 8, shown: 3, marks: 6, excerpt: 120, lead: 30, // shown
};
const ENOUGH = 10; // pages that hold what was typed: with fewer, its parts are looked for as well
const KIN = 0.02; // what a case must have in common with what is asked

/* The grades of records and pages, the best first: named outright; in the work that is named; what was typed as one
   phrase; its words; its parts close together, apart, somewhere on the page; some of them. What repeats others
   stands MINOR below its grade. */
const NAMED = 20, SCOPED = 10, PHRASE = 8, WORDS = 7, SLIP = 6.5, CLOSE = 6, APART = 5, PAGE = 4, SOME = 1, MINOR = 2.5, LEAST = -9;
const REPEATS = 0.3; // the `boost` of the manual; what repeats other pages has less

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
  index = {
    docs, count, text, starts, bodies, average: at / (count || 1),
    solid: config.solid ?? count, // records from here on only quote words, wrong ones among them
    ...pairsIn(units, starts, count), ...pagesOf(docs), ...wordsOf(config, docs),
  };
}

const PAIRS = 2 ** 19;
const pairAt = (first, second) => Math.imul(Math.imul(first, 0x9e3b) + second, 0x9e3779b1) >>> 13;

/* The records that hold a pair of characters: `holders` from `from[pair]` on. A few pairs share a number, which
   costs a look in vain. And how often each character stands on the site. */
function pairsIn(units, starts, count) {
  const from = new Int32Array(PAIRS + 1), next = new Int32Array(PAIRS), last = new Int32Array(PAIRS).fill(-1);
  const pairs = new Int32Array(units.length), ends = new Int32Array(count), often = new Uint32Array(65536);
  let size = 0;
  for (let doc = 0; doc < count; doc++) {
    for (let i = starts[doc], end = starts[doc + 1] - 1; i < end; i++) {
      const pair = pairAt(units[i], units[i + 1]);
      often[units[i]]++;
      if (last[pair] === doc) continue;
      last[pair] = doc;
      next[pair]++;
      pairs[size++] = pair;
    }
    ends[doc] = size;
  }
  for (let pair = 0; pair < PAIRS; pair++) {
    from[pair + 1] = from[pair] + next[pair];
    next[pair] = from[pair];
  }
  const holders = new Int32Array(size);
  for (let doc = 0, i = 0; doc < count; doc++) for (; i < ends[doc]; i++) holders[next[pairs[i]]++] = doc;
  return { from, holders, often };
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
function wordsOf({ regulations = [], conducts = [], synonyms = {}, corrections = {} }, docs) {
  const articles = new Map(); // "slug/2023/97" → record
  docs.forEach(({ location }, i) => {
    const match = /^regulations\/([^/]+\/\d{4})\/[^#]+#art_([\d-]+)$/.exec(location);
    if (match) articles.set(`${match[1]}/${match[2]}`, i);
  });
  const plain = (words) => words.map((word) => normalise(word));
  const pages = docs.filter(({ location, title }) => !location.includes("#") && title.length <= LONGEST);
  return {
    names: new Set(plain([...pages.map(({ title }) => title), ...Object.keys(synonyms)])),
    articles,
    works: regulations.map((work) => ({ ...work, names: plain(work.titles) })),
    acts: conducts.map((act) => ({ ...act, words: plain(act.words), pairs: new Set(plain(act.words).flatMap(pairsOf)) })),
    synonyms: new Map(Object.entries(synonyms).map(([word, other]) => [normalise(word), plain(other)])),
    corrections: new Map(Object.entries(corrections).map((pair) => plain(pair))),
    completions: [
      ...regulations.flatMap(({ titles }) => titles), ...conducts.flatMap(({ words }) => words),
      ...Object.values(synonyms).flat(), ...docs.filter(({ boost }) => !boost).map(({ title }) => title),
    ],
  };
}

/* ---- Looking for a word -------------------------------------------------------------------------- */

const IN_TITLE = 1, ENDS_TITLE = 2, IS_TITLE = 4;

const holdersOf = (a, b, { from, holders } = index) => holders.subarray(from[pairAt(a, b)], from[pairAt(a, b) + 1]);

/* Visits the records that hold a word, in order, with their text and the first place in it; a visit that says
   false is the last. */
function visit(word, see) {
  const { text, starts, count } = index;
  let among;
  for (let i = 0; i + 1 < word.length; i++) {
    const list = holdersOf(word.charCodeAt(i), word.charCodeAt(i + 1));
    if (!among || list.length < among.length) among = list;
  }
  for (let i = 0, size = word ? among?.length ?? count : 0; i < size; i++) {
    const doc = among ? among[i] : i, record = text.slice(starts[doc], starts[doc + 1]), at = record.indexOf(word);
    if (at >= 0 && see(doc, record, at) === false) return;
  }
}

/* The records in which a word stands: how often, and how it stands in the title. */
function find(word) {
  const found = { word, docs: [], counts: [], titles: [] }, { starts, bodies } = index;
  visit(word, (doc, record, first) => {
    const body = bodies[doc] - starts[doc];
    let count = 0, title = 0;
    /* More of the same in one record changes nothing, and 的 stands everywhere. */
    for (let at = first; at >= 0 && count < MOST.perRecord; at = record.indexOf(word, at + word.length)) {
      count++;
      if (at > body) continue;
      const ends = at + word.length === body;
      title |= IN_TITLE | (ends ? ENDS_TITLE : 0) | (ends && at === 0 ? IS_TITLE : 0);
    }
    found.docs.push(doc);
    found.counts.push(count);
    found.titles.push(title);
  });
  return found;
}

/* Whether a word stands on the site, and not only in a table of wrong forms. */
function stands(word) {
  let first = Infinity;
  visit(word, (doc) => { first = doc; return false; });
  return first < index.solid;
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
function scored(found, weight) {
  const rare = rarity(found), { starts, average, docs } = index;
  const scores = found.docs.map((doc, i) => {
    const n = found.counts[i], title = found.titles[i], length = starts[doc + 1] - starts[doc];
    const often = (2.2 * n) / (n + 1.2 * (0.25 + (0.75 * length) / average));
    const bonus = !!(title & IN_TITLE) + !!(title & ENDS_TITLE) + !!(title & IS_TITLE);
    return weight * (rare * often + bonus * (2 * rare + 2)) * (docs[doc].boost ?? 1);
  });
  return { docs: found.docs, titles: found.titles, scores, rare };
}

function weigh(found, weight, tally) {
  const { docs, scores } = scored(found, weight);
  docs.forEach((doc, i) => tally.add(doc, scores[i]));
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

/* Words of the site one edit away from `word`, the likeliest first: one of its halves stands in each of them.
   Nothing is learnt from a table of wrong forms. */
function nearWords(word) {
  const near = new Map(), { text, starts, solid } = index, size = word.length, half = size >> 1;
  if (size < 3 || size > MOST.edit) return [];
  let looks = MOST.looks;
  const consider = (part, place) => visit(part, (doc, record, first) => {
    if (doc >= solid || looks < 0) return false;
    for (let at = first; at >= 0; at = record.indexOf(part, at + 1), looks--)
      for (let length = size - 1; length <= size + 1; length++) {
        const start = starts[doc] + place(at, length);
        if (!isNear(word, start, length)) continue;
        const found = text.slice(start, start + length);
        if (!/[\x01\x02]/.test(found)) near.set(found, (near.get(found) ?? 0) + 1);
      }
    return true;
  });
  if (half > 1 || size === 3) consider(word.slice(0, half), (at) => at);
  looks = MOST.looks;
  consider(word.slice(half), (at, length) => at + size - half - length);
  const likely = ([found, count]) => count * (found.length === size ? 4 : 1); // one character for another
  return [...near].sort((a, b) => likely(b) - likely(a)).slice(0, MOST.near).map(([found]) => found);
}

/* How much likelier two characters stand together than by chance; or how faithful the rarer one is: 词条. */
function bond(a, b) {
  const { often, text } = index, x = a.charCodeAt(0), y = b.charCodeAt(0), both = holdersOf(x, y).length + 0.01;
  return Math.log(Math.max((both * text.length) / (often[x] * often[y] + 1), (40 * both) / (Math.min(often[x], often[y]) + 1)));
}

const LINKS = new Set("的了着我你他她是在把被给让将和与或及对从向到于等后前时里中上下个们有会要就都也很去");
const BOUND = 0.6, STRONG = 5, LONGER = 2.5, ALONE = 1, LONGEST = 6;

/* A run of characters cut into words. A word is held together by the bonds in it, and one of more than two characters
   by strong ones, unless it is the name of a page; what stands alone is left out. The best way is found from the
   front, end by end. */
function cut(run) {
  if (run.length > MOST.edit) return [];
  const when = run.match(OCCASIONS) ?? [], parts = run.split(OCCASIONS).flatMap((piece) => cutPiece(piece, run));
  return [...new Set(parts.length ? [...parts, ...when.filter((word) => word !== run && stands(word))] : [])];
}

function cutPiece(piece, run) {
  const best = [{ value: 0, parts: [] }], bonds = [];
  for (let end = 1; end <= piece.length; end++) {
    if (end > 1) bonds.push(bond(piece[end - 2], piece[end - 1]));
    best[end] = { value: best[end - 1].value - (LINKS.has(piece[end - 1]) ? 0 : ALONE), parts: best[end - 1].parts };
    for (let start = end - 2, held = 0, least = Infinity; start >= Math.max(0, end - LONGEST); start--) {
      held += bonds[start] - BOUND;
      least = Math.min(least, bonds[start]);
      const part = piece.slice(start, end), loose = least < STRONG && !index.names.has(part);
      const own = held - (loose ? LONGER * (part.length - 2) : 0);
      if (least < BOUND || best[start].value + own <= best[end].value || part === run || !stands(part)) continue;
      best[end] = { value: best[start].value + own, parts: [...best[start].parts, part] };
    }
  }
  return best[piece.length].parts;
}

/* The pairs of neighbouring characters of a word, evenly drawn from a long one. */
function pairsOf(word) {
  const pairs = [...new Set(Array.from({ length: Math.max(1, word.length - 1) }, (_, i) => word.slice(i, i + 2)))];
  const step = Math.max(1, pairs.length / MOST.pairs);
  return pairs.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
}

/* Records that hold most pairs of a word, the rare ones above all. */
function covered(word) {
  const share = new Tally(), all = new Tally(), kept = { docs: [], scores: [], titles: [] };
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
    if (part < least) continue;
    kept.docs.push(doc);
    kept.scores.push(all.scores[doc] * part ** 2);
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
  const pages = [`${folder}/index.html`, `${folder}/${edition}/index.html`];
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

/* A word as it should have been written: as the term, where it is one of its forbidden forms, or else with the
   slips of 公文易错字词 put right. What stands on the site is no slip. */
function corrected(piece) {
  const { corrections } = index;
  if (corrections.has(piece)) return corrections.get(piece);
  if (piece.length < 2 || stands(piece)) return piece;
  let better = piece, sure = false;
  for (const [wrong, right] of corrections) {
    if (better.includes(wrong)) { better = better.replace(wrong, right); sure ||= wrong.length > 2; }
    const at = wrong.length === right.length ? wrong.indexOf(piece) : -1;
    if (at >= 0 && stands(right.slice(at, at + piece.length))) return right.slice(at, at + piece.length);
  }
  return sure || stands(better) ? better : piece;
}

/* Reads a query: the records it names outright, the work to which a title in it limits the answer, and the words
   to look for, each in its choices of forms. */
function read(query) {
  const typed = clean(query), text = typed.split(" ").map((piece) => corrected(piece)).join(" ");
  const whole = unpad(text.replace(/ /g, "")), pins = [], words = [];
  let from = 0, name, scope;
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
  if (!from && !pins.length) scope = scopeOf(text);
  if (scope) words.push({ piece: scope.title, choices: [shortest(scope.work.names)], scope });
  take(scope ? scope.rest : text.slice(from));
  const telling = words.filter(({ piece }) => !FILLERS.has(piece));
  return { pins, scope, whole, slip: text !== typed, words: (telling.length ? telling : words).slice(0, MOST.words) };
}

/* Names without those that hold another: whatever holds 公职人员政务处分法 holds 政务处分法. */
const shortest = (names) => names.filter((name) => !names.some((other) => other !== name && name.includes(other)));

/* The work whose title stands in a query with other words, and these words. In a run of characters that stands on
   the site the title is part of what is said: 中央八项规定精神. */
function scopeOf(text) {
  const pieces = text.split(" ");
  for (const [i, piece] of pieces.entries()) {
    const name = pieces.length > 1 && !FILLERS.has(piece) && named(piece);
    if (name && !name.rest && name.title.length > 1) return { ...name, rest: pieces.filter((_, k) => k !== i).join(" ") };
  }
  if (pieces.length > 1 || stands(text)) return undefined;
  for (const work of index.works) {
    const title = work.names.find((other) => other.length > 2 && text.startsWith(other) && text.length > other.length + 1);
    if (title) return { work, year: 0, title, rest: text.slice(title.length) };
  }
  return undefined;
}

/* A query that is a title and nothing else, with the year or the chapter that it adds: the work's page and the
   edition in force. */
function titlesIn(text) {
  const chapter = CHAPTER.exec(text), name = named(chapter ? chapter[1] : text);
  if (!name || name.rest) return [];
  const clear = chapter || name.title.length > 2 || name.work.names.includes(name.title);
  return clear ? workPages(name, chapter && toNumber(chapter[2])) : [];
}

/* ---- Conduct ------------------------------------------------------------------------------------- */

const EMPTY = /[的了着过我你他她是在把被给让能会要有就都也很去]/g;
const OCCASIONS = new RegExp([ // when, how and by whom a thing is done does not say what is done
  "逢年过节|过年|过节|春节|中秋节?|端午节?|国庆节?|元旦|清明节?|节日|节前|期间|平时|经常|多次|一直|老是|总是|整天|天天",
  "偷偷摸摸|偷偷|私下里?|私自|悄悄|暗中|背地里|违规|违反规定|违纪|怎样|怎么|如何|太多|很多",
  "有人|别人|自己|村干部|领导干部|党员干部|党员|干部|公务员",
].join("|"), "g");

/* What a query says is done: 过年偷偷收红包 is 收红包. */
function gist(query) {
  const rest = query.replace(OCCASIONS, "");
  return rest.length > 1 ? rest : query;
}

const isTelling = (part) => part.replace(OCCASIONS, "") !== "";

/* How much a character says: the rarer, the more. */
const telling = (c) => Math.max(0.3, Math.log(index.text.length / (index.often[c.charCodeAt(0)] + 1)) - 3);
const sayAll = (characters) => [...characters].reduce((sum, c) => sum + telling(c), 0);

/* How much two ways of saying a thing have in common, in whatever order: 老板请吃饭, 吃老板的饭. */
function likeness(a, b) {
  const left = [...a.replace(EMPTY, "")], right = [...b.replace(EMPTY, "")], all = sayAll(left) + sayAll(right);
  let shared = 0, count = 0;
  for (const c of left) {
    const at = right.indexOf(c);
    if (at >= 0) { right.splice(at, 1); shared += telling(c); count++; }
  }
  return count > 1 ? (2 * shared) / all : 0;
}

/* The part of a query that the words for a conduct hold, counted by pairs of characters. */
function heldBy({ pairs }, query) {
  const all = pairsOf(query.replace(EMPTY, ""));
  const held = all.filter((pair) => pairs.has(pair));
  return held.length > 1 ? sayAll(held.join("")) / sayAll(all.join("")) : 0;
}

/* The sections of 按行为查 that words mean; `sure` where they hold what people call the conduct, or nearly. */
function actsFor(query) {
  const found = [], core = gist(query);
  for (const act of index.acts) {
    let like = 0.9 * heldBy(act, core), sure = false;
    for (const word of act.words) {
      const holds = word.length > 1 && word.length * 2 >= core.length && core.includes(word);
      const runs = core.length > 2 && runsThrough(core, word);
      const size = Math.min(word.length, core.length) / Math.max(word.length, core.length);
      const degree = holds || runs ? 1 + size : likeness(core, word);
      if (degree > like) { like = degree; sure = degree > 0.85; }
    }
    if (like >= 0.5) found.push({ act, like, sure });
  }
  return found.sort((a, b) => b.like - a.like).slice(0, MOST.acts);
}

/* ---- Ranking ------------------------------------------------------------------------------------- */

/* Where a word stands in one of its forms or under another name, and what to mark. */
function lookUp(words, weight, into = { hits: [], marks: [], rare: 0 }) {
  for (const word of words) {
    const hit = scored(find(word), weight);
    if (!hit.docs.length) continue;
    into.hits.push(hit);
    into.marks.push(word);
    into.rare = Math.max(into.rare, hit.rare);
  }
  return into;
}

/* The word as it was typed. */
function asTyped({ piece, choices, scope }) {
  let found = lookUp([], 1);
  for (const forms of choices) if (!found.hits.length) found = lookUp(forms, scope ? 0.3 : 1);
  return lookUp(index.synonyms.get(piece) ?? [], found.hits.length ? 0.5 : 0.8, found);
}

/* What to look for besides a word or instead of it: what is one edit away, and its parts, or its pairs of characters. */
function around(piece, { hits }) {
  const solid = hits.some(({ docs }) => docs[0] < index.solid), near = solid ? [] : nearWords(piece);
  const parts = cut(piece).map((part) => ({ part, ...lookUp([part], 0.8) }));
  const nearly = near.map((other) => lookUp([other], other.length === piece.length ? 0.6 : 0.4));
  if (!parts.length && !near.length && !solid) parts.push({ part: piece, hits: [covered(piece)], marks: pairsOf(piece), rare: 0 });
  return { near, nearly, parts };
}

/* Whether a word stands on few pages, those left out that only repeat others. */
function isScarce({ hits }) {
  const pages = new Set();
  for (const { docs } of hits)
    for (const doc of docs) {
      if (!repeats(doc)) pages.add(index.pageOf[doc]);
      if (pages.size >= ENOUGH) return false;
    }
  return true;
}

/* All that speaks for a record: hits, with the bits of the parts of the query that they stand for. */
function gather(words) {
  const evidence = [], parts = [], near = [];
  words.forEach(({ piece, choices, scope }, i) => {
    const own = asTyped({ piece, choices, scope }), first = parts.length;
    const other = !scope && isScarce(own) ? around(piece, own) : { near: [], nearly: [], parts: [] };
    const cuts = first + other.parts.length <= MOST.parts ? other.parts : [];
    for (const { part, marks, rare } of cuts.length ? cuts : [{ part: piece, ...own }]) {
      const telling = (scope || !isTelling(part) ? 0.3 : index.names.has(part) ? 1.5 : 1) * part.length ** 0.5;
      const weight = (rare || Math.log(index.count)) * telling;
      parts.push({ part, marks, weight });
    }
    /* Where the word stands somewhere, or one like it, what is left of it between its parts is missing elsewhere. */
    const rest = piece.length - cuts.reduce((size, { part }) => size + part.length, 0);
    if (cuts.length && rest > 0 &&
      (own.hits.some(({ docs }) => !docs.every(repeats)) || other.near.some((near) => near.length === piece.length)))
      parts.push({ part: "", marks: [], weight: Math.log(index.count) * rest ** 0.5 });
    const mask = 2 ** parts.length - 2 ** first;
    evidence.push({ ...own, mask, word: 1 << i }, ...other.nearly.map((nearly) => ({ ...nearly, mask, word: 0, slip: piece.length > 3 ? 1 << i : 0 })));
    cuts.forEach((found, k) => evidence.push({ ...found, mask: 1 << (first + k), word: 0 }));
    near.push(...other.near);
  });
  const every = parts.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const share = (mask) => parts.reduce((sum, { weight }, i) => sum + (mask & (1 << i) ? weight : 0), 0) / every;
  return { evidence, parts, near, share, all: 2 ** parts.length - 1, whole: 2 ** words.length - 1 };
}

/* Whether a record repeats others, or is for maintainers. */
const repeats = (doc) => index.docs[doc].boost <= REPEATS;

/* Records whose sections belong together; an article or a conduct stands for itself. */
const isOne = (location = "") => !/^(?:regulations|study|index|maintain)\b/.test(location);

/* What each record holds: its score, the parts of the query and the words as typed, also those in its page's title. */
function sum({ evidence, whole: every }, { words, whole, scope }) {
  const { count, pageOf, tops, docs } = index, total = new Tally(), phrase = new Tally();
  const [held, typed, heads, names, meant] = Array.from({ length: 5 }, () => new Int32Array(count));
  for (const { hits, mask, word, slip } of evidence)
    for (const hit of hits)
      hit.docs.forEach((doc, i) => {
        held[doc] |= mask;
        typed[doc] |= word;
        meant[doc] |= word | slip;
        total.add(doc, hit.scores[i]);
        if (!hit.titles[i]) return;
        heads[doc] |= mask;
        names[doc] |= word;
      });
  const literal = words.length > 1 || words[0].piece === whole; // 十七条 stands in 第二十七条 too
  if (words.length > 1 || !literal) weigh(find(whole), literal ? 2 : 0.1, phrase);
  for (const doc of phrase.docs) {
    total.add(doc, phrase.scores[doc]);
    if (literal) typed[doc] = every;
  }
  const folder = scope && `regulations/${scope.work.slug}/${scope.year ? `${editionOf(scope)}/` : ""}`;
  const inScope = (doc) => scope && docs[doc].location.startsWith(folder);
  for (const doc of total.docs) {
    const top = tops[pageOf[doc]];
    if (inScope(doc)) { held[doc] |= evidence[0].mask; typed[doc] |= evidence[0].word; }
    if (top !== undefined) { held[doc] |= heads[top]; typed[doc] |= names[top]; }
  }
  const isMinor = (doc) => repeats(doc) && !(scope?.year && inScope(doc)); // who names an old edition wants it
  return { total, phrase: literal ? phrase : new Tally(), held, typed, meant, heads, inScope, isMinor };
}

/* How close together the parts of a query stand in a record: 1 where they touch, less the farther apart. */
function closeness(doc, parts) {
  const { text, starts } = index, record = text.slice(starts[doc], starts[doc + 1]), places = [], seen = new Map();
  parts.forEach(({ marks }, part) => {
    for (const mark of marks)
      for (let at = record.indexOf(mark), n = 0; at >= 0 && n < 20; at = record.indexOf(mark, at + 1), n++)
        places.push({ part, at, size: mark.length });
  });
  const needed = new Set(places.map(({ part }) => part)).size;
  if (needed < 2) return 0;
  let best = 0;
  for (const place of places.sort((a, b) => a.at - b.at)) {
    seen.set(place.part, place);
    if (seen.size < needed) continue;
    const window = [...seen.values()], from = Math.min(...window.map(({ at }) => at));
    best = Math.max(best, window.reduce((size, { size: own }) => size + own, 0) / (place.at + place.size - from));
  }
  return Math.min(1, best);
}

/* The grade of each record that speaks for its page; scores fall with what is missing. */
function gradesOf({ parts, all, whole, share }, { total, phrase, held, typed, meant: intended, heads, isMinor }, alone) {
  const { docs, pageOf, tops, count } = index, grades = new Float32Array(count);
  for (const doc of total.docs) {
    const top = tops[pageOf[doc]], minor = isMinor(doc);
    /* A title names a thing where it is that of a page, an article, a conduct: not of a section. */
    const names = doc === top || !isOne(docs[doc].location);
    /* A title of the manual, or of a list, may say that just this page is asked for. */
    const titles = docs[doc].boost === REPEATS ? [doc, top] : doc === top ? [doc] : [];
    const meant = minor && parts.length > 1 && titles.some((title) => heads[title] === all);
    let grade = SOME;
    if (typed[doc] === whole) grade = alone || phrase.scores[doc] ? PHRASE : WORDS;
    else if (intended[doc] === whole) grade = SLIP;
    else if (heads[doc] === all) grade = PHRASE;
    else if (names && share(heads[doc]) >= 0.4) grade = CLOSE;
    else if (held[doc] === all) grade = APART;
    if (grade === SOME && minor && (docs[doc].boost < REPEATS || share(held[doc]) < 0.6)) continue;
    if (grade < WORDS) total.scores[doc] *= share(held[doc]) ** (grade === SOME ? 2 : 1);
    grades[doc] = grade - (minor && !meant ? MINOR : 0);
  }
  return grades;
}

/* How the pages stand: a page is as good as its best record, or better where its sections together hold all. */
function standings({ all, whole, share }, { total, held, typed, inScope, isMinor }, grades) {
  const { docs, pageOf, tops } = index, pages = new Map();
  for (const doc of total.docs) {
    if (!grades[doc]) continue;
    const page = pageOf[doc], score = total.scores[doc];
    let entry = pages.get(page);
    if (!entry) pages.set(page, (entry = { page, tier: LEAST, score: 0, rest: 0, held: 0, typed: 0 }));
    entry.tier = Math.max(entry.tier, grades[doc]);
    entry.score = Math.max(entry.score, score);
    entry.rest += score;
    if (isMinor(doc)) continue;
    entry.held |= held[doc];
    entry.typed |= typed[doc];
  }
  for (const entry of pages.values()) {
    const top = tops[entry.page], one = isOne(docs[top]?.location);
    if (one) entry.tier = Math.max(entry.tier, entry.typed === whole ? WORDS : entry.held === all ? PAGE : LEAST);
    entry.score += 0.1 * Math.min(entry.rest - entry.score, entry.score);
    if (one && entry.tier === SOME) entry.score *= share(entry.held);
    if (inScope(top) && share(entry.held) >= 0.65) entry.tier += SCOPED;
  }
  return [...pages.values()];
}

/* The best pages. Those that hold only some of the parts come where the others are few. */
function rank(asked) {
  const gathered = gather(asked.words), { parts, share, all, whole, near } = gathered, sums = sum(gathered, asked);
  const grades = gradesOf(gathered, sums, asked.words.length === 1), pages = standings(gathered, sums, grades);
  const order = (a, b) => b.tier - a.tier || b.score - a.score || a.page - b.page;
  const full = pages.filter(({ tier }) => tier >= PAGE).length;
  const fit = pages.filter(({ tier, held }) => tier > SOME || !held || (full < ENOUGH && share(held) >= 0.35));
  const likely = first(fit, MOST.weighed, order).map((entry) => ({ ...entry, docs: [] }));
  const byPage = new Map(likely.map((entry) => [entry.page, entry])), { total, held, typed, phrase } = sums;
  for (const doc of total.docs) {
    const record = { doc, grade: grades[doc], score: total.scores[doc], all: held[doc] === all, typed: typed[doc] === whole };
    if (record.grade) byPage.get(index.pageOf[doc])?.docs.push(record);
  }
  for (const entry of likely) draw(entry, parts);
  const chosen = likely.sort(order).map((entry) => ({
    ...entry, docs: entry.docs.map(({ doc, grade, score }) => [doc, score * 10 ** grade]),
    approximate: asked.slip || (entry.typed !== whole && !entry.docs.some((one) => one.typed)),
    missing: parts.filter((_, i) => entry.held && !(entry.held & (1 << i))).map(({ part }) => part).filter(Boolean),
  }));
  const marks = [...(phrase.docs.length ? [asked.whole] : []), ...gathered.evidence.flatMap((found) => found.marks)];
  return { pages: chosen, marks: [...new Set(marks)], sure: chosen.some(({ approximate }) => !approximate), near };
}

/* Weighs a page again by how close together it holds what is asked for. */
function draw(entry, parts) {
  if (parts.length < 2) return;
  let most = 0;
  for (const one of first(entry.docs, 3, (a, b) => b.grade - a.grade || b.score - a.score)) {
    const close = closeness(one.doc, parts);
    if (one.grade === APART && one.all && close >= 0.4) one.grade = CLOSE;
    one.score *= 1 + close;
    most = Math.max(most, close);
    if (entry.tier === APART && one.grade === CLOSE) entry.tier = CLOSE;
  }
  entry.score *= 1 + most;
}

/* A page that holds none of what was typed. */
const added = (page) => ({ page, docs: [], missing: [], tier: 0, score: 0, approximate: true });

/* Puts what is named outright before everything else, in its order. */
function pin(pages, pins) {
  const byPage = new Map(pages.map((page) => [page.page, page]));
  pins.forEach(({ doc, anchor, label, approximate = false }, i) => {
    const number = index.pageOf[doc], page = byPage.get(number) ?? added(number);
    byPage.set(number, page);
    if (page.tier !== NAMED) {
      Object.assign(page, { tier: NAMED, score: -i, approximate: approximate && page.approximate, targets: new Map() });
    }
    if (page.targets.has(doc)) return;
    page.targets.set(doc, { anchor, label });
    page.docs = [...page.docs.filter(([other]) => other !== doc), [doc, 1e300 * (1 - i / 1000)]];
  });
  return [...byPage.values()];
}

/* The pages whose title is what was typed, or its standard form. */
function titled({ whole, slip }) {
  const names = [whole, ...(index.synonyms.get(whole) ?? [])].map((word) => find(word));
  const isIt = (doc, title) => title & IS_TITLE && index.tops[index.pageOf[doc]] === doc && index.docs[doc].boost !== REPEATS;
  const pages = names.flatMap(({ docs, titles }) => docs.filter((doc, i) => isIt(doc, titles[i])));
  return pages.slice(0, MOST.works).map((doc) => ({ doc, approximate: slip }));
}

/* What the words for a conduct lead to: its section and the articles that it names, then those of the cases of
   these that have the most in common with the query and with what people call the conduct. */
function pinsOf(acts, query, typed) {
  const known = (found, locations) => locations.flatMap((location) => {
    const [, base, anchor] = /^(.*?)(__para_.*)?$/.exec(location), doc = index.byLocation.get(base);
    return doc === undefined ? [] : [{ doc, anchor, approximate: !found.sure || !typed }];
  });
  const asked = pairsOf(gist(query));
  const cases = acts.flatMap((found) => known(found, found.act.cases ?? []).map((pin) => (
    { ...pin, like: kinship(pin.doc, asked) + kinship(pin.doc, [...found.act.pairs]) }
  )));
  return [
    ...acts.flatMap((found) => known(found, [found.act.location])),
    ...acts.flatMap((found) => known(found, found.act.articles)),
    ...first(cases.filter(({ like }) => like >= KIN), MOST.cases, (a, b) => b.like - a.like),
  ];
}

/* How much of some pairs of characters stands on a page, above all in its first record; the rare ones count. */
function kinship(top, pairs) {
  const { text, starts, pageOf, count } = index;
  let end = top + 1, all = 0, held = 0;
  while (pageOf[end] === pageOf[top] && !repeats(end)) end++;
  const head = text.slice(starts[top], starts[top + 1]), body = text.slice(starts[top], starts[end]);
  for (const pair of pairs) {
    const often = holdersOf(pair.charCodeAt(0), pair.charCodeAt(1)).length, weight = often && Math.log(count / often) ** 2;
    all += weight;
    held += weight * (head.includes(pair) ? 1 : body.includes(pair) ? 0.4 : 0);
  }
  return all && held / all;
}

/* Pages that hold other words for the same conduct, behind all that hold what was typed. */
function kindred(acts, pages) {
  const tally = new Tally(), held = new Set(pages.map(({ page }) => page)), more = new Map();
  const words = acts.filter(({ sure }) => sure).flatMap(({ act }) => act.words);
  for (const word of words) weigh(find(word), 0.3, tally);
  for (const doc of tally.docs) {
    const page = index.pageOf[doc], entry = more.get(page) ?? added(page);
    if (held.has(page) || repeats(doc)) continue;
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
  const queries = [asked.whole, ...(asked.words.length === 1 ? near.slice(0, 2) : [])];
  const at = queries.findIndex((words) => actsFor(words).length), acts = at < 0 ? [] : actsFor(queries[at]);
  const certain = acts.filter((act) => act.sure);
  const meant = certain.length || sure || asked.pins.length ? certain : acts.filter(({ like }, i) => !i || like > 0.6);
  const { others, words } = pages.length < MOST.pages ? kindred(meant, pages) : { others: [], words: [] };
  const pins = [...asked.pins, ...(asked.pins.length ? [] : titled(asked)), ...pinsOf(meant, asked.whole, at === 0 && !asked.slip)];
  const pinned = pin([...pages, ...others], pins);
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
   page's own record, which has no #, for the heading; with a text of its own only where it is the best. */
function group(page, place, marks) {
  const top = index.tops[page.page], score = 1000 - place;
  const docs = first(page.docs, MOST.perPage, (a, b) => b[1] - a[1] || a[0] - b[0]);
  const [best, most] = docs[0];
  const items = docs.filter(([doc]) => doc === best || doc !== top).map(([doc, own], i) => {
    const open = i === 0 || (best !== top && i < MOST.shown && own > 0.6 * most);
    return item(doc, open ? score : score - 0.5, marks, page);
  });
  if (top !== undefined && best !== top) items.push({ ...item(top, score - 0.5, marks, page), text: "" });
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
