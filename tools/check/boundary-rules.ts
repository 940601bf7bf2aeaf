import type { IFlattenedRuleSet } from 'dependency-cruiser';

/** Which folders of src/ each process may import from, besides its own. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  node: ['shared'],
  main: ['shared', 'node'],
  seat: ['shared', 'node'],
  media: ['shared', 'node'],
  preload: ['shared/ipc'],
  renderer: ['shared'],
  hub: ['shared', 'node'],
  city: ['shared', 'node'],
};

/** Layers of the renderer, each with those it may import from. */
const layers: Readonly<Record<string, readonly string[]>> = {
  app: ['features', 'ui', 'lib'],
  features: ['ui', 'lib'],
  ui: ['lib'],
  lib: [],
};

/** The one folder that may import each engine. */
const owners: Readonly<Record<string, string>> = {
  leaflet: 'renderer/features/map',
  'hls.js': 'renderer/features/wall/player',
  mqtt: 'node/mqtt',
  'better-sqlite3': 'node/sqlite',
  pg: 'node/postgres',
  pmtiles: 'seat/tiles',
  '@mapbox/vector-tile': 'renderer/features/map',
  pbf: 'renderer/features/map',
};

type Rule = NonNullable<IFlattenedRuleSet['forbidden']>[number];

const escaped = (text: string): string => text.replaceAll('.', '\\.');
const packages = (names: string): string => `(^|node_modules/)(@types/)?(${names})(/|$)`;
const test = '\\.test\\.tsx?$';

function processRule(from: string, allowed: readonly string[]): Rule {
  const own = [from, ...allowed].map((folder) => `^src/${folder}/`);
  return {
    name: `${from} imports only ${['itself', ...allowed].join(', ')}`,
    severity: 'error',
    from: { path: `^src/${from}/` },
    to: { path: '^src/', pathNot: own.join('|') },
  };
}

function layerRule(from: string, allowed: readonly string[]): Rule {
  const own = [from, ...allowed].map((layer) => `^src/renderer/${layer}/`);
  return {
    name: `renderer/${from} imports only ${['itself', ...allowed].join(', ')}`,
    severity: 'error',
    from: { path: `^src/renderer/${from}/` },
    to: { path: '^src/renderer/', pathNot: own.join('|') },
  };
}

function ownerRule(engine: string, folder: string): Rule {
  return {
    name: `only ${folder} imports ${engine}`,
    severity: 'error',
    from: { path: '^src/', pathNot: `^src/${escaped(folder)}/` },
    to: { path: packages(escaped(engine)) },
  };
}

/** The table of docs/architecture: who may import what. */
export const boundaryRules: readonly Rule[] = [
  ...Object.entries(mayImport).map(([from, allowed]) => processRule(from, allowed)),
  ...Object.entries(layers).map(([from, allowed]) => layerRule(from, allowed)),
  ...Object.entries(owners).map(([engine, folder]) => ownerRule(engine, folder)),
  {
    name: 'a feature reaches another only through its index.ts',
    severity: 'error',
    from: { path: '^src/renderer/features/([^/]+)/' },
    to: {
      path: '^src/renderer/features/[^/]+/',
      pathNot: '^src/renderer/features/$1/|^src/renderer/features/[^/]+/index\\.tsx?$',
    },
  },
  {
    name: 'shared and renderer know no Node',
    severity: 'error',
    from: { path: '^src/(shared|renderer)/', pathNot: test },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'only main and preload import electron',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/(main|preload)/' },
    to: { path: packages('electron') },
  },
  {
    name: 'only the renderer imports react',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/renderer/' },
    to: { path: packages('react|react-dom|react-intl') },
  },
  {
    name: 'the product does not import tests or tools',
    severity: 'error',
    from: { path: '^src/', pathNot: test },
    to: { path: `^(tests|tools|bench)/|^src/.*${test}` },
  },
  { name: 'no cycles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
  {
    name: 'every import resolves',
    severity: 'error',
    from: { path: '^src/' },
    to: { couldNotResolve: true, pathNot: '\\?(url|raw|worker|inline)$|^vite/client$' },
  },
];
