import { StemmaError } from '../error.js';
import { codeOf, unavailable } from './archive-failure.js';

/** What PostgreSQL's error codes (classes, where two letters and digits are enough) and a socket's failures mean to a person. The first that fits counts. */
const POSTGRES: readonly (readonly [prefix: string, what: string])[] = [
  ['28', 'The database doesn’t let this user in: check name and password in the address.'],
  ['3D000', 'There is no such database: create it (createdb), or correct the address.'],
  ['42501', 'This user may not do that in the database: ask its owner for the right to create tables.'],
  ['25006', 'The database can only be read: connect to its primary server.'],
  ['53100', 'The database’s disk is full: make room and run the command again; what was added before is kept.'],
  ['53', 'The database has no room for another connection or more memory: try again later.'],
  ['57', 'The database is being shut down or started: run the command again; what was added before is kept.'],
  ['08', 'The connection was lost: run the command again; what was added before is kept.'],
  ['XX', 'The database reports damage inside: ask who looks after it.'],
  ['ENOTFOUND', 'No such host: check the address.'],
  ['EAI_AGAIN', 'No such host: check the address and the network.'],
  ['ECONNREFUSED', 'Nothing answers at that address: start the database, or correct the address.'],
  ['ECONNRESET', 'The connection was lost: run the command again; what was added before is kept.'],
  ['EPIPE', 'The connection was lost: run the command again; what was added before is kept.'],
  ['ETIMEDOUT', 'The database doesn’t answer: check the address and the network.'],
];

/** What `pg` says without a code. */
const LOST = /Connection terminated|Client has encountered a connection error|not queryable/;
const SILENT = /timeout exceeded when trying to connect|Connection terminated due to connection timeout/;

/** The sentence for a failure of a PostgreSQL archive; other errors come back as they are. */
export function postgresFailure(error: unknown, name: string): Error {
  if (error instanceof StemmaError) return error;
  const what = meaning(codeOf(error), error instanceof Error ? error.message : '');
  if (what !== undefined) return unavailable(name, what, error);
  return error instanceof Error ? error : new Error(String(error));
}

function meaning(code: string, message: string): string | undefined {
  if (SILENT.test(message)) return 'The database doesn’t answer: check the address and the network.';
  if (LOST.test(message)) return 'The connection was lost: run the command again; what was added before is kept.';
  return POSTGRES.find(([prefix]) => code.startsWith(prefix))?.[1];
}
