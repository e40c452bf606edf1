import { describe, expect, test } from '@jest/globals';
import { EnvironmentError, readEnvironment } from '../config/environment.js';

const publicUrl = (address: string): string => readEnvironment({ PUBLIC_URL: address }).publicUrl;

describe('the address that people reach the system at', () => {
  test.each([
    ['https://sambang.test', 'https://sambang.test'],
    ['https://sambang.test/', 'https://sambang.test'],
    ['http://localhost:3000/', 'http://localhost:3000'],
    ['https://SAMBANG.test:443', 'https://sambang.test'],
    ['http://192.0.2.7:8080', 'http://192.0.2.7:8080'],
    ['http://[::1]:3000/', 'http://[::1]:3000'],
  ])('%s is %s', (given, address) => {
    expect(publicUrl(given)).toBe(address);
  });

  test.each([
    'https://kemenimipas.test/sambang',
    'https://kemenimipas.test/sambang/',
    'https://sambang.test/?a=b',
    'https://sambang.test?a=b',
    'https://sambang.test/#atas',
    'https://admin:rahasia@sambang.test',
    'https://admin@sambang.test/',
    'sambang.test',
    'ftp://sambang.test',
    'https://',
    'https://sambang .test',
    'javascript:alert(1)//sambang.test',
  ])('%s is refused, with what would do', (given) => {
    expect(() => publicUrl(given)).toThrow(EnvironmentError);
    expect(() => publicUrl(given)).toThrow(
      /PUBLIC_URL must be .* such as https:\/\/sambang\.example\.go\.id/,
    );
  });
});
