import { describe, expect, test } from '@jest/globals';
import { PreparedStatements } from './prepared-statements.js';

describe('A statement', () => {
  test('has a name from the second time on, and always the same', () => {
    const statements = new PreparedStatements();
    expect(statements.nameOf('SELECT $1')).toBeNull();
    const name = statements.nameOf('SELECT $1');
    expect(name).toMatch(/^[\w-]{22}$/);
    expect(statements.nameOf('SELECT $1')).toBe(name);
    // PostgreSQL cuts names off after 63 bytes.
    expect(statements.nameOf('SELECT $2')).toBeNull();
    expect(statements.nameOf('SELECT $2')).not.toBe(name);
  });

  test.each([
    ['of two', 'SELECT 1; SELECT 2'],
    ['that changes the schema', 'ALTER TABLE visit ADD x int'],
    ['that begins a transaction', 'START TRANSACTION'],
    ['that sets something', 'SET jit = off'],
  ])('has none: one %s', (_, text) => {
    const statements = new PreparedStatements();
    statements.nameOf(text);
    expect(statements.nameOf(text)).toBeNull();
  });

  test('has none any more once it was refused', () => {
    const statements = new PreparedStatements();
    statements.nameOf('SELECT $1');
    statements.nameOf('SELECT $1');
    statements.refuse('SELECT $1');
    expect(statements.nameOf('SELECT $1')).toBeNull();
    expect(statements.nameOf('SELECT $1')).toBeNull();
  });
});

test('no more than 500 are named, however many there are', () => {
  const statements = new PreparedStatements();
  const texts = Array.from({ length: 3000 }, (_, n) => `SELECT ${n}`);
  for (const text of [...texts, ...texts].sort()) statements.nameOf(text);
  expect(texts.filter((text) => statements.nameOf(text) !== null)).toHaveLength(500);
});
