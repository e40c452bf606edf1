import { describe, expect, test } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { ConnectionError, outageOf } from './postgres-errors.js';

const failed = (error: { code?: string; message?: string }) =>
  new QueryFailedError('SELECT 1', [], Object.assign(new Error(error.message ?? 'x'), error));

describe('outageOf', () => {
  test.each([
    ['55P03', 'busy'], // a lock was not to be had in time
    ['57014', 'busy'], // a statement took too long
    ['53300', 'busy'], // too many connections
    ['40001', 'busy'],
    ['40P01', 'busy'],
    ['08000', 'away'],
    ['08006', 'away'],
    ['53100', 'away'], // the disk is full
    ['53200', 'away'],
    ['57P01', 'away'], // an administrator ended the connection
    ['57P02', 'away'],
    ['57P03', 'away'], // still starting
    ['25006', 'away'], // only to be read
    ['25P03', 'away'],
    ['ECONNRESET', 'away'],
    ['EPIPE', 'away'],
    ['22012', null], // division by zero is a fault of the statement
    ['22P02', null],
    ['23505', null],
    ['42P01', null],
    ['P0001', null],
  ])('SQLSTATE or code %s: %p', (code, outage) => {
    expect(outageOf(failed({ code }))).toBe(outage);
  });

  test.each([
    'Connection terminated unexpectedly',
    'Connection terminated',
    'Client has encountered a connection error and is not queryable',
  ])('the driver says %p', (message) => {
    expect(outageOf(failed({ message }))).toBe('away');
  });

  test('a connection that was not to be had', () => {
    expect(outageOf(ConnectionError.ofFullPool())).toBe('busy');
    expect(outageOf(new ConnectionError(Object.assign(new Error('x'), { code: '53300' })))).toBe('busy');
    expect(outageOf(new ConnectionError(Object.assign(new Error('x'), { code: 'ECONNREFUSED' })))).toBe(
      'away',
    );
    expect(outageOf(new ConnectionError(Object.assign(new Error('x'), { code: '28P01' })))).toBe('away');
  });

  test('the like of another program is none of the database', () => {
    expect(outageOf(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))).toBeNull();
    expect(outageOf(undefined)).toBeNull();
  });
});
