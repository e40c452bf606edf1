import { Injectable } from '@nestjs/common';
import { bareName } from '../domain/bare-name.js';
import { ANONYMOUS_NAME, type Marks, type Subject } from '../domain/subject.js';
import { SubjectFacts, type OwnIds, type OwnValue } from '../storage/subject-facts.js';

/** How many names before names are looked for. */
const RENAMED_AT_MOST = 5;

/** Fewer letters are no name by which somebody is found. */
const SHORTEST = 3;

const of = (values: readonly OwnValue[], wanted: OwnValue['kind']): string[] =>
  values.filter(({ kind }) => kind === wanted).map(({ value }) => value);

/** Gathers by what somebody is found, and which of that is nobody else's. */
@Injectable()
export class GatherSubject {
  constructor(private readonly facts: SubjectFacts) {}

  async execute(ids: OwnIds): Promise<Subject> {
    const visits = await this.facts.visitsOf(ids.participants);
    const values = (await this.facts.valuesOf(ids)).filter(
      ({ value }) => !value.endsWith('@dihapus.invalid'),
    );
    const reached = [...of(values, 'address'), ...of(values, 'phone'), ...of(values, 'nip')];
    const shared = new Set(await this.facts.sharedValues(reached, ids));
    const unshared = (kind: OwnValue['kind']) => of(values, kind).filter((value) => !shared.has(value));
    const addresses = unshared('address');
    const phones = unshared('phone');
    const names = await this.names(visits, of(values, 'name'), addresses);
    const { own, ambiguous } = await this.apart(names, visits, ids);
    const everywhere: Marks = { names: own, addresses, phones, nips: unshared('nip') };
    return { ...ids, addresses, phones, visits, everywhere, ambiguous };
  }

  private async names(
    visits: readonly string[],
    known: readonly string[],
    addresses: readonly string[],
  ): Promise<string[]> {
    const contacts = await this.facts.contactsOf(addresses);
    const names = new Set([...known, ...contacts.map(({ name }) => name)]);
    for (let round = 0; round < RENAMED_AT_MOST; round++) {
      const before = names.size;
      for (const name of await this.facts.namesBefore(visits, [...names])) names.add(name);
      if (names.size === before) break;
    }
    for (const name of [...names]) names.add(bareName(name));
    names.delete(ANONYMOUS_NAME);
    return [...names].filter((name) => name.trim().length >= SHORTEST);
  }

  /** A name of one word, or one that stands in somebody else's, is only looked for where nobody else can be meant. */
  private async apart(
    names: readonly string[],
    visits: readonly string[],
    ids: OwnIds,
  ): Promise<{ own: string[]; ambiguous: Subject['ambiguous'] }> {
    const own: string[] = [];
    const ambiguous: { name: string; visits: readonly string[] }[] = [];
    for (const name of names) {
      const elsewhere = await this.facts.borneElsewhere(name, ids);
      if (elsewhere.length === 0 && /\s/.test(name.trim())) own.push(name);
      else ambiguous.push({ name, visits: visits.filter((visit) => !elsewhere.includes(visit)) });
    }
    return { own, ambiguous };
  }
}
