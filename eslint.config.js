import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'
import { parser } from 'typescript-eslint'

/** Templates of .vue files only: oxlint checks every script, and oxfmt the layout. */
export default [
  {
    ignores: [
      '**/dist/**',
      'apps/*/reports/**',
      'packages/*/reports/**',
      'e2e/reports/**',
      '**/*.js',
      '**/*.ts',
    ],
  },
  ...vue.configs['flat/recommended'],
  ...accessibility.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser } },
    rules: {
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/no-v-html': 'error',
      'vue/require-explicit-emits': 'error',
      'vue/no-unused-refs': 'error',
      'vue/no-undef-components': 'error',
      'vue/require-default-prop': 'off',
      // The layout of templates belongs to oxfmt.
      'vue/attributes-order': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-indent': 'off',
      'vue/html-self-closing': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      // A label may name its control by id as well as by holding it.
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
      // Keys are heard on the group around the buttons; clicks on plain elements are another rule's.
      'vuejs-accessibility/no-static-element-interactions': 'off',
      // Tables that stack on a phone lose the roles they have by themselves.
      'vuejs-accessibility/no-redundant-roles': 'off',
    },
  },
  {
    // The explanation opens for the button inside, which takes the focus; the pointer may rest on both.
    files: ['packages/ui/src/components/glossary-term/GlossaryTerm.vue'],
    rules: { 'vuejs-accessibility/mouse-events-have-key-events': 'off' },
  },
  {
    // The role is in the markup of nhsuk-frontend, which the wrapper is held to.
    files: ['packages/ui/src/components/warning-callout/NhsWarningCallout.vue'],
    rules: { 'vuejs-accessibility/aria-role': 'off' },
  },
]
