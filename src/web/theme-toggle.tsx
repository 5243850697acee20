import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

type Theme = 'system' | 'light' | 'dark';
const NEXT: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };
const KEY = 'stemma-theme';

/** Light, dark, or as the system has it. */
export function ThemeToggle(): JSX.Element {
  const [theme, setTheme] = useState<Theme>(
    () => (document.documentElement.dataset['theme'] as Theme | undefined) ?? 'system',
  );
  const turn = (): void => {
    const next = NEXT[theme];
    if (next === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = next;
    try {
      if (next === 'system') localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, next);
    } catch {
      // Storage may be forbidden: the choice then lasts until the page is left.
    }
    setTheme(next);
  };
  const label = `Theme: ${theme === 'system' ? 'as the system has it' : theme}. Change to ${NEXT[theme]}.`;
  return (
    <button class="icon-button" type="button" onClick={turn} aria-label={label} title={label}>
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" stroke-width="1.5" />
        {theme === 'dark' ? (
          <circle cx="10" cy="10" r="7" fill="currentColor" />
        ) : theme === 'light' ? (
          <circle cx="10" cy="10" r="2.5" fill="currentColor" />
        ) : (
          <path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor" />
        )}
      </svg>
    </button>
  );
}
