/** Exit status, as grep has it. */
export const STATUS = { found: 0, nothing: 1, error: 2 } as const;
export type Status = (typeof STATUS)[keyof typeof STATUS];
