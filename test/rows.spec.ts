import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { getRepositoryToken } from '@nestjs/typeorm';
import { In } from 'typeorm';
import { Lanes } from '../src/platform/database/lanes.js';
import { isTimeout } from '../src/platform/database/postgres-errors.js';
import type { Rows } from '../src/platform/database/rows.js';
import { MonthlyReportEntity } from '../src/sinergi/storage/monthly-report.entity.js';
import { HolidayEntity } from '../src/units/storage/holiday.entity.js';
import { startApp, type TestApp } from './support/app.js';

const DAY = { date: '2031-02-03', name: 'Hari percobaan', kind: 'public-holiday' } as const;

describe('Rows of an entity', () => {
  let app: TestApp;
  let holidays: Rows<HolidayEntity>;
  beforeAll(async () => {
    app = await startApp();
    holidays = app.app.get<Rows<HolidayEntity>>(getRepositoryToken(HolidayEntity), { strict: false });
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await holidays.delete({ date: In(['2031-02-03', '2031-02-04']) });
  });

  const kept = (date: string = DAY.date): Promise<boolean> => holidays.exists({ date });

  test('that were written in a transaction are gone when it is rolled back', async () => {
    const failing = app.database.transaction(async () => {
      await holidays.insert(DAY);
      expect(await kept()).toBe(true);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await kept()).toBe(false);
  });

  test('that were written behind a savepoint are gone with it, and the transaction goes on', async () => {
    await app.database.transaction(async () => {
      await holidays.insert(DAY);
      const other = { ...DAY, date: '2031-02-04' };
      await app.database
        .apart(async () => {
          await holidays.insert(other);
          await holidays.insert(other);
        })
        .catch(() => undefined);
    });
    expect([await kept(), await kept('2031-02-04')]).toEqual([true, false]);
  });

  test('are asked within the time limits of the background', async () => {
    const limit = app.database.inBackground(async () => {
      await holidays.insert({ ...DAY, name: () => `current_setting('statement_timeout')` });
    });
    await limit;
    expect(await holidays.findOne(['name'], { date: DAY.date })).toEqual({ name: '5min' });
  });

  test('wait for their turn in the lane of whoever asks', async () => {
    const lanes = app.app.get(Lanes);
    await lanes.within('narrow', async () => {
      await lanes
        .use(
          () => Promise.reject(Object.assign(new Error(), { code: '57014' })),
          () => true,
        )
        .catch(isTimeout);
      const order: string[] = [];
      const first = lanes.use(
        async () => {
          await new Promise((resolve) => setTimeout(resolve, 50));
          order.push('first');
        },
        () => false,
      );
      const second = kept().then(() => order.push('second'));
      await Promise.all([first, second]);
      expect(order).toEqual(['first', 'second']);
    });
  });

  test('come as plain objects of the columns that were asked for', async () => {
    await holidays.insert(DAY);
    expect(await holidays.find(['name', 'kind'], { date: DAY.date })).toEqual([
      { name: DAY.name, kind: DAY.kind },
    ]);
    expect(Object.keys((await holidays.findOne(['kind'], { date: DAY.date })) ?? {})).toEqual(['kind']);
    expect(await holidays.findOne(['kind'], { date: '2031-02-04' })).toBeNull();
  });

  test('are counted when they are added, changed and removed', async () => {
    const other = { ...DAY, date: '2031-02-04' };
    expect(await holidays.insertMissing(DAY)).toBe(1);
    expect(await holidays.insertMissing(DAY, other)).toBe(1);
    expect(await holidays.insertMissing()).toBe(0);
    expect(await holidays.count({ date: In([DAY.date, other.date]) })).toBe(2);
    expect(await holidays.update({ date: DAY.date }, { kind: 'collective-leave' })).toBe(1);
    expect(await holidays.delete({ date: In([DAY.date, other.date]) })).toBe(2);
    expect(await holidays.delete({ date: DAY.date })).toBe(0);
  });

  test('are counted when they are added, also where a key has another name in SQL', async () => {
    const reports = app.app.get<Rows<MonthlyReportEntity>>(getRepositoryToken(MonthlyReportEntity), {
      strict: false,
    });
    const row = { regionalOffice: 'jawa-tengah', since: app.clock.now() };
    expect([await reports.insertMissing(row), await reports.insertMissing(row)]).toEqual([1, 0]);
    await reports.delete({ regionalOffice: 'jawa-tengah' });
  });

  test('are never all of them by mistake', async () => {
    await expect(holidays.delete({})).rejects.toThrow('Empty criteria');
    await expect(holidays.update({}, { name: '' })).rejects.toThrow('Empty criteria');
    await expect(holidays.find(['date'], { date: undefined as never })).rejects.toThrow();
  });
});
