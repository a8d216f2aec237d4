// Numbers as words/numbers.py writes them; a test holds the two to the same words.

const writers = new Map();

// A half goes up, also where binary noise keeps it just below.
function written(number, places, least = places) {
  const key = `${places} ${least}`;
  if (!writers.has(key)) {
    const digits = { minimumFractionDigits: least, maximumFractionDigits: places };
    writers.set(key, new Intl.NumberFormat("en-GB", digits));
  }
  return writers.get(key).format(Math.floor(number * 10 ** places + 0.5 + 1e-9) / 10 ** places);
}

const rough = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 2 });

const sign = pounds => pounds < 0 ? "−" : "";

export const whole = number => written(number, 0);
export const count = number => written(number, 5, 0);
export const score = points => written(points, 1);

export function millions(pounds) {
  const size = Math.abs(pounds);
  if (size < 500) return money(pounds);
  return sign(pounds) + (size < 999_999_500 ? `£${written(size / 1e6, 3)}m` : `£${written(size / 1e9, 3)}bn`);
}

export function money(pounds) {
  const size = Math.abs(pounds);
  if (size >= 999_999.5) return millions(pounds);
  return whole(size) === "0" ? "nil" : `${sign(pounds)}£${whole(size)}`;
}

// Two figures, for what is only provisional.
export function roughly(pounds) {
  const size = Math.max(0, pounds);
  if (size < 0.5) return "nil";
  if (size >= 1e9) return `£${rough.format(size / 1e9)}bn`;
  return size >= 1e6 ? `£${rough.format(size / 1e6)}m` : `£${rough.format(size)}`;
}

// A cost shared by nobody is no finite number.
export function perPerson(pounds, about) {
  if (pounds === undefined) return "–";
  if (!Number.isFinite(pounds)) return "Nobody enabled";
  return `${about ? `about ${roughly(pounds)}` : money(pounds)} a person`;
}

export const roughScore = points => rough.format(Math.max(0, points));

export const place = rank => `${rank}${["st", "nd", "rd"][rank - 1] ?? "th"}`;
