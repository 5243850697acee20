import { globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  globalIgnores([
    'dist/',
    'node_modules/',
    'coverage/',
    'examples/',
    'core.d.ts',
    'fixtures/',
    '*.config.js',
    '*.config.ts',
    'src/web/public/',
  ]),
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Typed-array reads are `number | undefined` to the compiler; `?? 0` beside a bounds check isn't superfluous.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Disguised text is our matter: patterns name control and joining characters on purpose.
      'no-control-regex': 'off',
      'no-misleading-character-class': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        {
          selector: 'ClassDeclaration[id.name!="StemmaError"]',
          message: 'Plain data and functions; a class only where a driver forces one.',
        },
      ],
    },
  },
  { files: ['src/**/*.ts'], rules: { 'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }] } },
);
