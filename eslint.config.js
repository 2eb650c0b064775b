import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', 'admin/src/api/schema.d.ts'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      // Control characters are what redaction and header guards look for.
      'no-control-regex': 'off',
    },
  },
  {
    files: ['scripts/**', 'bench/**', 'bin/**', '**/*.mjs'],
    rules: { 'no-console': 'off' },
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'URL', 'AbortController', 'AbortSignal', 'Buffer', 'fetch', 'performance']
          .concat(['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'])
          .map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['src/domain/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ regex: '^(?!\\.|decimal\\.js$)', message: 'domain imports nothing but domain and decimal.js' }],
        },
      ],
    },
  },
  {
    files: ['admin/src/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },
);
