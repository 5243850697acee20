import pg from 'pg';

/** Databases to test against: those that `ARCHIVES` names, separated by spaces or commas. */
export function postgresUrls(): string[] {
  return (process.env['ARCHIVES'] ?? '').split(/[\s,]+/).filter((url) => url.startsWith('postgres'));
}

/** A schema of its own in a database. */
export interface PostgresSchema {
  /** The database's address with the schema as its search path. */
  readonly url: string;
  /** Asks the database something, in that schema. */
  readonly ask: (question: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  drop(): Promise<void>;
}

/** Makes an empty schema called `name`, dropping one of that name that an earlier run has left. */
export async function openPostgresSchema(database: string, name: string): Promise<PostgresSchema> {
  const own = new URL(database);
  own.searchParams.set('options', `-c search_path=${name}`);
  const ask = async (question: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
    const client = new pg.Client(own.href);
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(question)).rows;
    } finally {
      await client.end();
    }
  };
  await ask(`drop schema if exists ${name} cascade`);
  await ask(`create schema ${name}`);
  const drop = async (): Promise<void> => {
    await ask(`drop schema ${name} cascade`);
  };
  return { url: own.href, ask, drop };
}
