/** The SQL engines that an archive runs on. */
export type EngineName = 'sqlite' | 'postgres';
