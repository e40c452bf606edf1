import { expect, test } from '@jest/globals';
import { OpenStatements } from './open-statements.js';

const later = <Value>(value: Value): Promise<Value> =>
  new Promise((resolve) => {
    setTimeout(() => {
      resolve(value);
    }, 5);
  });

test('what was asked side by side is over before a failed transaction is', async () => {
  const statements = new OpenStatements();
  const sent: string[] = [];
  const ended: string[] = [];
  const ask = (name: string) =>
    statements.run(async () => {
      sent.push(name);
      ended.push(await later(name));
    });
  const work = statements.close(async () => {
    await Promise.all([
      statements.run(() => Promise.reject(new Error('a key is taken'))),
      ask('first').then(() => ask('after the first')),
    ]);
  });
  await expect(work).rejects.toThrow('a key is taken');
  expect(ended).toEqual(['first']);
  await later(null);
  expect(sent).toEqual(['first']);
});

test('a transaction that does not wait for its statements fails', async () => {
  const statements = new OpenStatements();
  const work = statements.close(() => {
    void statements.run(() => later(1));
    return Promise.resolve();
  });
  await expect(work).rejects.toThrow('before its statements did');
});

test('one after another is as before', async () => {
  const statements = new OpenStatements();
  const sum = await statements.close(async () => {
    const one = await statements.run(() => later(1));
    return one + (await statements.run(() => later(2)));
  });
  expect(sum).toBe(3);
});

test('what nobody waits for is over before what failed is', async () => {
  const statements = new OpenStatements();
  const ended: string[] = [];
  const work = statements.close(async () => {
    await statements.sendAlong(() => statements.run(async () => ended.push(await later('along'))));
    throw new Error('refused');
  });
  await expect(work).rejects.toThrow('refused');
  expect(ended).toEqual(['along']);
});

test('what is sent only after waiting does not go along', async () => {
  const statements = new OpenStatements();
  await statements.close(() =>
    statements.sendAlong(async () => {
      await statements.run(() => later(1));
      await statements.run(() => later(2));
    }),
  );
  await expect(statements.settle()).rejects.toThrow('the transaction is over');
});
