// Numbers as words/numbers.py writes them; a test holds the two to the same words.

const writers = new Map();

function written(number, places, least = places) {
  const key = `${places} ${least}`;
  if (!writers.has(key)) {
    const digits = { minimumFractionDigits: least, maximumFractionDigits: places };
    writers.set(key, new Intl.NumberFormat("en-GB", { ...digits, roundingMode: "halfEven" }));
  }
  return writers.get(key).format(number);
}

const rough = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 2 });

export const whole = number => written(number, 0);
export const count = number => written(number, 5, 0);
export const score = points => written(points, 1);

export function millions(pounds) {
  const size = Math.abs(pounds), sign = pounds < 0 ? "−" : "";
  if (size < 500) return whole(size) === "0" ? "nil" : `${sign}£${whole(size)}`;
  return size < 999_999_500 ? `${sign}£${written(size / 1e6, 3)}m` : `${sign}£${written(size / 1e9, 3)}bn`;
}

// Two figures, for what is only provisional.
export function roughly(pounds) {
  const size = Math.max(0, pounds);
  if (size < 0.5) return "nil";
  if (size >= 1e9) return `£${rough.format(size / 1e9)}bn`;
  return size >= 1e6 ? `£${rough.format(size / 1e6)}m` : `£${rough.format(size)}`;
}

export const roughScore = points => rough.format(Math.max(0, points));

export const place = rank => `${rank}${["st", "nd", "rd"][rank - 1] ?? "th"}`;
