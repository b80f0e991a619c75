import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'dist.*/',
      'node_modules/',
      '.data/',
      'libs/client/src/generated/',
      'libs/client/dist/',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/unbound-method': 'off',
      'max-lines': ['error', { max: 250, skipComments: true, skipBlankLines: true }],
    },
  },
  {
    // What is in an event is typed by its capability where it is read (`isOf`, `isEvent`, `madeOf`); only the verifier,
    // which believes nobody, and the two forms of a queue that a library keeps apart look at it otherwise.
    files: ['libs/**/*.ts', 'apps/**/*.{ts,tsx}'],
    ignores: ['**/*.spec.ts', '**/*.story.ts', 'libs/ledger/src/verify/**', 'libs/queue/src/wake-queue.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TSAsExpression > TSAsExpression',
          message: 'A cast over `unknown` hides what is wrong.',
        },
        {
          selector:
            ':matches(TSAsExpression, TSTypeAssertion) > :matches(MemberExpression[property.name="data"], Identifier[name="data"])',
          message: 'Type an event where it is read: isOf, isEvent, madeOf.',
        },
        {
          selector: 'BinaryExpression[left.property.name="status"][right.value=404]',
          message: 'That there is none yet is an answer (NoneYet, an empty list), not an error to look for.',
        },
      ],
    },
  },
  { files: ['apps/web/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat.recommended] },
  {
    files: ['**/*.js', '**/*.cjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        module: 'readonly',
        globalThis: 'readonly',
        console: 'readonly',
        URL: 'readonly',
      },
    },
  },
);
