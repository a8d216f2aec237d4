// Numbers as words/numbers.py writes them; a test holds the two to the same words.

const writers = new Map();

function writer(places, least, roundingMode) {
  const key = `${places} ${least}`;
  if (!writers.has(key)) {
    const digits = { minimumFractionDigits: least, maximumFractionDigits: places };
    writers.set(key, new Intl.NumberFormat("en-GB", { ...digits, roundingMode }));
  }
  return writers.get(key);
}

// Digit by digit as Python sees it: left to itself, Intl takes 0.35 for the half it is not quite.
const written = (number, places, least = places) => writer(places, least, "halfEven").format(number.toFixed(30));

// A half goes up.
const thousandths = number => writer(3, 3, "halfExpand").format(number);

const rough = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 2 });

const sign = pounds => pounds < 0 ? "−" : "";

export const whole = number => written(number, 0);
export const count = number => written(number, 5, 0);
export const score = points => written(points, 1);

export function millions(pounds) {
  const size = Math.abs(pounds);
  if (size < 500) return money(pounds);
  return sign(pounds) + (size < 999_999_500 ? `£${thousandths(size / 1e6)}m` : `£${thousandths(size / 1e9)}bn`);
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
