/** One set of counts that was tried. */
export interface GrowthPoint {
  /** Words counted. */
  readonly words: number;
  /** Size of the table of collocations, megabytes. */
  readonly megabytes: number;
  /** Spun pages told from human ones, a tenth and a quarter of the words swapped: area under the curve. */
  readonly pages10: number;
  readonly pages25: number;
  /** Swapped words told from the others of their pages, a quarter swapped: area under the curve. */
  readonly words25: number;
}

const WIDTH = 760;
const HEIGHT = 330;
const TOP = 56;
const BOTTOM = 262;

/** The three figures: how each is read off a point, its colour and its name. */
const LINES: readonly {
  readonly of: (point: GrowthPoint) => number;
  readonly colour: string;
  readonly name: string;
}[] = [
  { of: (point) => point.pages25, colour: '#0a58ca', name: 'pages, 25 % of words swapped' },
  { of: (point) => point.pages10, colour: '#b3411a', name: 'pages, 10 %' },
  { of: (point) => point.words25, colour: '#2d7a3a', name: 'words, 25 %' },
];

/** Draws two panels, as SVG: the background growing, and the table cut from the whole of it. The shipped point is in both. */
export function drawGrowth(grown: readonly GrowthPoint[], cut: readonly GrowthPoint[]): string {
  const all = [...grown, ...cut].flatMap((point) => LINES.map(({ of }) => of(point)));
  const least = Math.floor(Math.min(...all) * 20) / 20;
  const y = (value: number): number => BOTTOM - ((value - least) / (1 - least)) * (BOTTOM - TOP);
  const legend = LINES.map(
    ({ colour, name }, i) => `<text x="${48 + i * 215}" y="38" fill="${colour}">${name}</text>`,
  ).join('');
  const left = panel(grown, { at: 48, y, least, label: 'million words counted', of: (point) => point.words / 1e6 });
  const right = panel(cut, { at: 430, y, least, label: 'megabytes of collocations', of: (point) => point.megabytes });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img" aria-label="Figures against the size of the background and of the table"><rect width="100%" height="100%" fill="#fff"/><text x="48" y="20">Spun told from human: area under the curve, as the background grows, and as its table is cut</text>${legend}${left}${right}</svg>\n`;
}

interface Panel {
  readonly at: number;
  readonly y: (value: number) => number;
  readonly least: number;
  readonly label: string;
  readonly of: (point: GrowthPoint) => number;
}

/** One panel, 290 wide, its points on a logarithmic axis. */
function panel(points: readonly GrowthPoint[], { at, y, least, label, of }: Panel): string {
  const values = points.map((point) => Math.log(of(point)));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (point: GrowthPoint): string => (at + 16 + ((Math.log(of(point)) - low) / (high - low)) * 258).toFixed(1);
  const steps = Array.from({ length: Math.round((1 - least) / 0.05) + 1 }, (_, i) => least + i * 0.05);
  const grid = steps.map(
    (value) =>
      `<line x1="${at}" x2="${at + 290}" y1="${y(value).toFixed(1)}" y2="${y(value).toFixed(1)}" stroke="#ccd"/><text x="${at - 6}" y="${(y(value) + 4).toFixed(1)}" text-anchor="end">${value.toFixed(2)}</text>`,
  );
  const lines = LINES.map(
    ({ of: figure, colour }) =>
      `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${points.map((point) => `${x(point)},${y(figure(point)).toFixed(1)}`).join(' ')}"/>` +
      points
        .map(
          (point) =>
            `<circle cx="${x(point)}" cy="${y(figure(point)).toFixed(1)}" r="4" fill="${colour}"><title>${(point.words / 1e6).toFixed(1)} million words, ${point.megabytes.toFixed(1)} MB: ${figure(point).toFixed(4)}</title></circle>`,
        )
        .join(''),
  );
  const marks = points.map(
    (point) => `<text x="${x(point)}" y="${BOTTOM + 20}" text-anchor="middle">${of(point).toFixed(1)}</text>`,
  );
  return [
    ...grid,
    ...lines,
    ...marks,
    `<text x="${at + 145}" y="${BOTTOM + 44}" text-anchor="middle">${label}</text>`,
  ].join('');
}
