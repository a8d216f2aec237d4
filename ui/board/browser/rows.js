// The table of ui/board/packing.py: what the board shows at every stop of every lever.

export function unpack(packed) {
  const length = new DataView(packed.buffer, packed.byteOffset).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(packed.subarray(4, 4 + length)));
  return { ...header, numbers: summed(header.levers ?? {}, joined(packed.subarray(4 + length))) };
}

// All first bytes come before all second ones.
function joined(planes) {
  const size = planes.length / 4, steps = new Uint32Array(size);
  for (let at = 0; at < size; at++) {
    steps[at] = planes[at] | planes[at + size] << 8 | planes[at + 2 * size] << 16 | planes[at + 3 * size] << 24;
  }
  return steps;
}

// Each number was sent as what its bits differ by from those at the stop before.
function summed(levers, bits) {
  let at = 0;
  for (const { columns, stops } of Object.values(levers)) {
    for (const end = at + columns.length * stops.length; at < end; at += stops.length) {
      for (let stop = 1; stop < stops.length; stop++) bits[at + stop] += bits[at + stop - 1];
    }
  }
  return new Float32Array(bits.buffer);
}

export class Table {
  constructor(unpacked) {
    Object.assign(this, unpacked);
    let start = 0;
    for (const lever of Object.values(this.levers)) {
      lever.start = start;
      start += lever.columns.length * lever.stops.length;
    }
  }

  holds(lever) {
    return lever in this.levers;
  }

  // The row of one lever at the stop nearest to a value: cells that differ from now, by their place in a row.
  row(id, value) {
    const lever = this.levers[id], stop = nearest(lever.stops, value);
    const moved = new Map(lever.columns.map(
      (column, index) => [column, this.numbers[lever.start + index * lever.stops.length + stop]],
    ));
    const words = Object.entries(lever.words).map(([cell, said]) => [cell, said[stop]]);
    return { moved, words: new Map(words), exact: Math.abs(lever.stops[stop] - value) < 1e-6 };
  }
}

function nearest(stops, value) {
  let low = 0, high = stops.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (stops[middle] <= value) low = middle; else high = middle;
  }
  return value - stops[low] < stops[high] - value ? low : high;
}
