/**
 * The lines of a text that its writer meant to be lines: paragraphs, and headlines, bylines and dates, which are short.
 * A longer line was broken where a file is wrapped and goes on.
 */
export function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  let isOpen = false;
  for (const line of text.split('\n')) {
    if (isOpen && line.trim() !== '') lines.push(`${lines.pop() ?? ''} ${line}`);
    else lines.push(line);
    isOpen = line.trim().length >= WRAPPED;
  }
  return lines.filter((line) => line.trim() !== '');
}

/** Characters from which a line may be one of a wrapped paragraph: mail and plain text are wrapped at 65 to 80. */
const WRAPPED = 60;
