// The table of ui/board/packing.py: what the board shows at every stop of every lever.

export function unpack(packed) {
  const length = new DataView(packed.buffer, packed.byteOffset).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(packed.subarray(4, 4 + length)));
  return { ...header, numbers: new Float32Array(packed.slice(4 + length).buffer) };
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
