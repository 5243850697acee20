import type { Report } from '../report/report.js';
import type { DeskParts } from './desk-parts.js';
import { failure } from './problem.js';
import { rawOfPage } from './raw-of-page.js';
import type { KeptReport } from './report-store.js';
import type { Asked } from './task.js';
import type { Progress } from './work-message.js';

/** What is traced, and against what. */
export interface TraceRequest {
  /** As a request has it: fields that are absent may be undefined. */
  readonly page: { readonly [Field in keyof Asked]?: Asked[Field] | undefined } & {
    readonly holding?: number | undefined;
  };
  readonly against?: readonly object[];
  readonly limit?: number;
}

/** Traces a page in the process beside the desk and keeps the report. */
export async function traceToReport(
  desk: Pick<DeskParts, 'archive' | 'questions' | 'reports'>,
  request: TraceRequest,
  onProgress?: (progress: Progress) => void,
): Promise<KeptReport> {
  const { holding, ...page } = request.page;
  const asked = holding === undefined ? { page: page as Asked } : await heldPage(desk, holding);
  const report = await desk.questions.run(
    {
      verb: 'trace',
      ...asked,
      ...(request.against !== undefined && { against: request.against }),
      ...(request.limit !== undefined && { limit: request.limit }),
    },
    onProgress,
  );
  return desk.reports.save(report as Report);
}

/** A page of the archive as one to be traced: it must not be found as its own source. */
async function heldPage(
  { archive }: Pick<DeskParts, 'archive'>,
  key: number,
): Promise<{ page: Asked; exclude: number }> {
  const [holding] = await archive.holdings([key]);
  if (holding === undefined) throw failure('not-found', `The archive has no page ${key}.`);
  return { page: rawOfPage(holding.page), exclude: key };
}
