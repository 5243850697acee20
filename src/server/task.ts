import type { RawPage } from '../page/raw-page.js';

/** A page as a request names it: content, or only an address to fetch it from. */
export type Asked = RawPage;

/** What the process beside the desk is asked to do. */
export type Task =
  | {
      readonly verb: 'trace';
      readonly page: Asked;
      readonly against?: readonly Asked[];
      readonly until?: string;
      readonly limit?: number;
      readonly exclude?: number;
    }
  | { readonly verb: 'read'; readonly page: Asked }
  | { readonly verb: 'collate'; readonly base: Asked; readonly witness: Asked }
  | { readonly verb: 'inspect'; readonly page: Asked }
  | { readonly verb: 'statements'; readonly page: Asked }
  | { readonly verb: 'stem'; readonly pages: readonly Asked[] }
  | { readonly verb: 'copies'; readonly page: Asked; readonly limit?: number }
  /** Files, folders or addresses into the archive; `names` are what people call the files. */
  | { readonly verb: 'add'; readonly sources: readonly string[]; readonly names?: Readonly<Record<string, string>> };
