/** What a schema found wrong in a request, as far as Zod's issues say it. */
export interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly expected?: string;
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly values?: readonly unknown[];
  /** Of a union: what each of its members found. */
  readonly errors?: readonly (readonly Issue[])[];
}

/** Faults that one sentence tells; whoever mends these sees the next. */
const TOLD = 3;

/** What is wrong with a request and what to send instead, in one sentence that names the fields. */
export function requestFault(issues: readonly Issue[]): string {
  const said = issues.flatMap(deepest).map(faultOf);
  const more = said.length > TOLD ? `; and ${said.length - TOLD} more` : '';
  const sentence = `${said.slice(0, TOLD).join('; ')}${more}.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Of a union the member that was meant: the one that got furthest into the value, where any did. */
function deepest(issue: Issue): readonly Issue[] {
  const depth = (found: readonly Issue[]): number => Math.max(0, ...found.map(({ path }) => path.length));
  const meant = issue.errors?.reduce((best, found) => (depth(found) > depth(best) ? found : best), []);
  if (meant === undefined || meant.length === 0) return [issue];
  return meant.map((each) => ({ ...each, path: [...issue.path, ...each.path] }));
}

function faultOf(issue: Issue): string {
  const name = issue.path.length === 0 ? 'the request' : `"${issue.path.map(String).join('.')}"`;
  switch (issue.code) {
    case 'invalid_type':
      return wrongKind(name, issue);
    case 'too_big':
      return `${name} ${boundOf(issue, issue.maximum, 'more than', 'at most')}`;
    case 'too_small':
      return issue.minimum === 1 && issue.origin !== 'number'
        ? `${name} is empty`
        : `${name} ${boundOf(issue, issue.minimum, 'less than', 'at least')}`;
    case 'invalid_value':
      return `${name} must be one of ${(issue.values ?? []).join(', ')}`;
    default:
      if (issue.path.length === 0) return issue.message;
      return `${name}${/^(?:must|is) /.test(issue.message) ? '' : ':'} ${issue.message}`;
  }
}

function wrongKind(name: string, { path, expected = '', message }: Issue): string {
  const received = /received (\w+)$/.exec(message)?.[1] ?? '';
  if (path.length === 0) return `send a JSON object as the request’s body, not ${RECEIVED[received] ?? received}`;
  if (received === 'undefined') return `${name} is missing: it must be ${KINDS[expected] ?? expected}`;
  if (received === 'NaN') return `${name} must be a number`;
  if (received === 'number' && expected === 'int') return `${name} must be a whole number`;
  return `${name} is ${RECEIVED[received] ?? received}: it must be ${KINDS[expected] ?? expected}`;
}

function boundOf({ origin }: Issue, bound: number | bigint | undefined, beyond: string, within: string): string {
  const count = (bound ?? 0).toLocaleString('en');
  if (origin === 'string') return `has ${beyond} ${count} characters: send fewer`;
  return origin === 'array' ? `has ${beyond} ${count} entries: send fewer` : `must be ${within} ${count}`;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'an object',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

const RECEIVED: Readonly<Record<string, string>> = {
  ...KINDS,
  boolean: 'a truth value',
  undefined: 'nothing',
};
