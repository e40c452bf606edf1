import { describe, expect, test } from '@jest/globals';
import { darkRules } from './dark-rules.js';

describe('darkRules', () => {
  test('keeps what holds in the dark, for the whole page, and nothing else', () => {
    const css =
      '@charset "UTF-8";/*! {note} */:root,[data-bs-theme=light]{--a:1}' +
      '.theme-dark,[data-bs-theme=dark],body[data-bs-theme=dark] [data-bs-theme=light]{--a:2;--b:url("x")}' +
      '@media (min-width:1px){[data-bs-theme=dark]{--a:3}.y{--a:4}}' +
      '.x,[data-bs-theme=dark] .x,:root[data-bs-theme=dark] .z{color:red}.x{color:blue}';
    expect(darkRules(css)).toBe(':root{--a:2;--b:url("x")}\n:root .x,:root .z{color:red}');
  });

  test('of a sheet without a dark theme nothing is left', () => {
    expect(darkRules('.x{color:red}')).toBe('');
  });
});
