import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ListMails } from '../src/correspondence/queries/list-mails.js';
import { ListFollowUps } from '../src/follow-ups/queries/list-follow-ups.js';
import { ListNotes } from '../src/notes/queries/list-notes.js';
import { mayReadNote, noteStates, noteVisibilities, type JudgedNote } from '../src/notes/domain/note.js';
import { maySee } from '../src/people/domain/policies.js';
import { ListPeople } from '../src/people/queries/list-people.js';
import { roles, type Actor, type Role } from '../src/platform/security/actor.js';
import { can, posts } from '../src/platform/security/capabilities.js';
import { newId } from '../src/platform/text/tokens.js';
import {
  hasTrait,
  mayRead,
  mayReadFacts,
  VisitFactsQuery,
  visitStates,
  type VisitFacts,
  type VisitState,
} from '../src/visits/index.js';
import { mayStandIn } from '../src/visits/domain/answer-ways.js';
import { missingApprovals } from '../src/visits/domain/approvals.js';
import { allowedActions, isHostAsked } from '../src/visits/domain/visit-states.js';
import { AwaitedVisits } from '../src/visits/queries/awaited-visits.js';
import { ListVisits } from '../src/visits/queries/list-visits.js';
import { startApp, START, type TestApp } from './support/app.js';
import { signedIn } from './support/people.js';

/** Each rule of who sees what stands twice, as a policy and in statements; here both judge every actor and object. */

const EVERYTHING = 1000;
/** Two units of one region and one of another. */
const places = [
  { unit: 'rutan-banjarnegara', office: 'jawa-tengah' },
  { unit: 'bapas-purwokerto', office: 'jawa-tengah' },
  { unit: 'lapas-kerobokan', office: 'bali' },
];
/** Hosts where nobody has an account: the first in a region with people at its office, the other in one without. */
const absentHosts = ['rutan-kebumen', 'lapas-ambon'];
const offices = ['jawa-tengah', 'bali', 'papua'];
/** Whoever visits and is visited: those units, and an office itself. */
const parties = [...places.map(({ unit }) => unit), 'kanwil-jawa-tengah'];
/** Who joins a visit, or was asked to, one after the other. */
const others = [
  ['rutan-purbalingga', 'joined'],
  ['rutan-purbalingga', 'asked'],
  ['lapas-abepura', 'joined'],
  ['rutan-purbalingga', 'left'],
  ['kanwil-papua', 'joined'],
  ['kanwil-papua', 'asked'],
  [],
] as const;

interface Person extends Actor {
  label: string;
}

/** Somebody of every role at every place where one of the role can work; the posts of a new role follow its table. */
function everybody(): Person[] {
  const homes = (role: Role): [unit: string | null, office: string | null][] => {
    switch (posts[role].workplace) {
      case 'unit':
        return [...places, { unit: 'rutan-purbalingga', office: 'jawa-tengah' }].map(({ unit, office }) => [
          unit,
          office,
        ]);
      case 'regional-office':
        return offices.map((office) => [null, office]);
      case 'none':
        return [[null, null]];
    }
  };
  return roles.flatMap((role) =>
    homes(role).map(([unit, regionalOffice], at): Person => ({
      ...{
        personId: newId(),
        name: `${role} ${at}`,
        label: `${role} of ${unit ?? regionalOffice ?? 'nowhere'}`,
      },
      ...{ email: `${role}-${at}@aturan.test`, role, unit, regionalOffice },
      ...{ placeName: null, timeZone: 'Asia/Jakarta' as const },
    })),
  );
}

const people = everybody();
/** A third of them, of every role and region, takes part in every second visit. */
const participants = people.filter((_, at) => at % 3 === 0);

let app: TestApp;
let visits: VisitFacts[];
const notes: (JudgedNote & { id: string })[] = [];
/** Ids of what belongs to a visit, by the visit's. */
const followUps = new Map<string, string>();
const mails = new Map<string, string>();

beforeAll(async () => {
  app = await startApp();
  await signedIn(app, { email: 'penulis@aturan.test', role: 'officer', unit: 'rutan-purbalingga' });
  for (const { email, role, unit, regionalOffice } of people) {
    const home = posts[role].workplace === 'unit' ? { unit } : { regionalOffice };
    await signedIn(app, { email, role, ...Object.fromEntries(Object.entries(home).filter(([, at]) => at)) });
  }
  const [author] = await app.database.query<{ id: string }>(
    `SELECT id FROM person WHERE email = 'penulis@aturan.test'`,
  );
  const writer = author?.id ?? '';
  await app.database.query(
    `UPDATE regional_office SET approves_inside = (code = 'jawa-tengah'), approves_across = (code = 'bali')`,
  );
  const ids = await Promise.all(givenVisits.map((given, at) => storeVisit(writer, given, at)));
  const facts = app.app.get(VisitFactsQuery);
  visits = await Promise.all(ids.map(async (id) => (await facts.byId(id)) as VisitFacts));
  await storeNotes(writer);
}, 120_000);
afterAll(() => app.close());

interface GivenVisit {
  guest: string;
  host: string;
  state: VisitState;
  isSent: boolean;
  proposedBy: 'guest' | 'host' | null;
}

/** A visit between every two of them in every state, sent or not, with a proposal by either side or without. */
const givenVisits: readonly GivenVisit[] = parties
  .flatMap((guest) => [...parties, ...absentHosts].map((host) => ({ guest, host })))
  .filter(({ guest, host }) => guest !== host)
  .flatMap((units) => visitStates.map((state) => ({ ...units, state })))
  .flatMap((given) => [true, false].map((isSent) => ({ ...given, isSent })))
  .filter(({ state, isSent }) => state === 'withdrawn' || isSent === (state !== 'draft'))
  .flatMap((given) => ([null, 'guest', 'host'] as const).map((proposedBy) => ({ ...given, proposedBy })))
  .filter(({ state, proposedBy }) =>
    // In what a regional office arranged, only the host's word waits.
    state === 'arranged' && proposedBy === 'guest'
      ? false
      : proposedBy === null
        ? state !== 'counter-proposed'
        : hasTrait(state, 'carriesProposal'),
  );

async function storeVisit(author: string, given: GivenVisit, count: number): Promise<string> {
  const id = newId();
  const { guest, host, state, isSent, proposedBy } = given;
  await app.database.query(
    `INSERT INTO visit (id, reference, state, kind, title, purpose, topics, guest_unit, host_unit, starts_at, ends_at,
       place, contact_name, party_size, created_by, created_at, changed_at, submitted_at, proposed_by,
       proposed_starts_at, proposed_ends_at, proposed_at, arranged_by, awaits_guest)
     SELECT $1, $2, $3, 'study-visit', $2, '', '{}', $4, $5, $6::timestamptz + interval '10 days',
       $6::timestamptz + interval '10 days 3 hours', '', '', 1, $7, $6, $6, CASE WHEN $8::boolean THEN $6::timestamptz END,
       $9::text, CASE WHEN $9 IS NOT NULL THEN $6::timestamptz + interval '11 days' END,
       CASE WHEN $9 IS NOT NULL THEN $6::timestamptz + interval '11 days 3 hours' END,
       CASE WHEN $9 IS NOT NULL THEN $6::timestamptz END,
       (SELECT regional_office FROM unit WHERE code = $4 AND $3 = 'arranged'), $3 = 'arranged'`,
    [id, `UJI-${count}`, state, guest, host, START, author, isSent, proposedBy],
  );
  const attending = participants.filter((_, at) => (count + at) % 2 === 0);
  for (const { name, email } of attending) {
    await app.database.query(
      `INSERT INTO visit_participant (id, visit_id, name, email, side, role, created_at)
       VALUES ($1, $2, $3, $4, 'invited', 'member', $5)`,
      [newId(), id, name, email, START],
    );
  }
  if (count % 4 === 0) {
    await app.database.query(
      `INSERT INTO visit_approval (visit_id, regional_office, during, approved_by, approved_at)
       SELECT id, 'bali', tstzrange(coalesce(proposed_starts_at, starts_at), coalesce(proposed_ends_at, ends_at)), $2, $3
       FROM visit WHERE id = $1`,
      [id, author, START],
    );
  }
  const [organisation, answer] = others[count % others.length] ?? [];
  if (organisation) {
    await app.database.query(
      `INSERT INTO visit_guest (id, visit_id, organisation, answer, asked_at, due_on) VALUES ($1, $2, $3, $4, $5, '2025-12-01')`,
      [newId(), id, organisation, answer, START],
    );
  }
  followUps.set(id, newId());
  await app.database.query(
    `INSERT INTO follow_up (id, visit_id, what, unit, person_name, due_on, state, evidence, reason, created_at, changed_at)
     VALUES ($1, $2, 'Meniru', $3, 'Sari', '2025-12-01', 'open', '', '', $4, $4)`,
    [followUps.get(id), id, guest, START],
  );
  mails.set(id, newId());
  await app.database.query(
    `INSERT INTO mail (id, key, stream, recipient_name, recipient_email, subject, body_text, body_html, message_id,
       next_try_at, created_at)
     VALUES ($1, $2, $3, 'Sari', 'sari@aturan.test', '', '', '', $2, $4, $4)`,
    [mails.get(id), `aturan:${id}`, id, START],
  );
  return id;
}

async function storeNotes(author: string): Promise<void> {
  for (const { unit, office } of places) {
    for (const state of noteStates) {
      for (const visibility of noteVisibilities) {
        const id = newId();
        notes.push({ id, unit, regionalOffice: office, state, visibility });
        await app.database.query(
          `INSERT INTO note (id, unit, author_id, title, context, what_was_done, resources, how_to_copy, result, pitfalls,
             contact, topics, state, visibility, version, created_at, changed_at, published_at, review_due_on,
             archived_at)
           SELECT $1, $2, $3, 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', '{}', $4, $5, 1, $6, $6,
             CASE WHEN $4 IN ('published', 'archived') THEN $6::timestamptz END,
             CASE WHEN $4 = 'published' THEN '2026-10-20'::date END, CASE WHEN $4 = 'archived' THEN $6::timestamptz END`,
          [id, unit, author, state, visibility, START],
        );
      }
    }
  }
}

const idsOf = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id).sort();
const those = (of: ReadonlyMap<string, string>, ids: readonly string[]): string[] =>
  ids.map((id) => of.get(id) ?? '').sort();

describe.each(people.map((actor) => [actor.label, actor] as const))('%s', (_, actor) => {
  const readable = () => visits.filter((visit) => mayRead(visit, actor));

  test('lists the visits that the policy lets read, and those that the own unit was asked to join', async () => {
    const { items } = await app.app.get(ListVisits).execute(actor, { limit: EVERYTHING });
    expect(idsOf(items)).toEqual(idsOf(visits.filter((visit) => mayReadFacts(visit, actor))));
  });

  test('lists the follow-ups of those visits', async () => {
    const { items } = await app.app.get(ListFollowUps).execute(actor, { limit: EVERYTHING });
    expect(idsOf(items)).toEqual(those(followUps, idsOf(readable())));
  });

  test('lists the mails of those visits, or all', async () => {
    const { items } = await app.app.get(ListMails).execute(actor, { limit: EVERYTHING });
    const about = can(actor, 'mails.oversee') ? visits : readable();
    const listed = idsOf(items.filter(({ visit }) => visit !== null));
    expect(listed).toEqual(those(mails, idsOf(about)));
  });

  test('lists the notes that the policy lets read', async () => {
    const { items } = await app.app.get(ListNotes).execute(actor, { limit: EVERYTHING });
    expect(idsOf(items)).toEqual(idsOf(notes.filter((note) => mayReadNote(note, actor))));
  });

  test('lists the accounts that the policy lets see', async () => {
    const list = app.app.get(ListPeople);
    const { items: listed } = await list.execute(actor, { unit: null, limit: EVERYTHING });
    const seen = people.filter((person) => maySee(actor, person)).map(({ email }) => email);
    const ours = listed
      .map(({ email }) => email)
      .filter((email) => people.some((one) => one.email === email));
    expect(ours.sort()).toEqual(seen.sort());
  });

  test('answers for a host exactly where its office is over it and nobody there can', () => {
    for (const visit of visits) {
      // Its own request an office does not answer itself.
      const isOver =
        actor.role === 'regional' &&
        actor.regionalOffice === visit.hostRegionalOffice &&
        visit.guestUnit !== `kanwil-${actor.regionalOffice}`;
      const isAbsent = absentHosts.includes(visit.hostUnit) && visit.submittedAt !== null;
      expect([visit.reference, mayStandIn(visit, actor)]).toEqual([visit.reference, isOver && isAbsent]);
    }
  });

  test('is reminded of the visits in which a step of the own side is due', async () => {
    const waiting = await app.app.get(AwaitedVisits).execute(actor);
    const steps: readonly string[] = ['submit', 'accept', 'approve'];
    /** Nobody at all can answer, but for whoever gives accounts. */
    const isLeft = (visit: VisitFacts): boolean =>
      can(actor, 'people.manage-above') &&
      isHostAsked(visit) &&
      !visit.hostUsesSambang &&
      !visit.hostOfficeUsesSambang;
    const due = visits.filter((visit) => {
      const context = {
        now: START,
        missingApprovals: missingApprovals(visit.approvalsNeeded, visit.approvals),
      };
      const mine = allowedActions(visit, actor, { ...context, missingApprovals: [] });
      const offered = [...mine, ...allowedActions(visit, actor, context)];
      return isLeft(visit) || offered.some((action) => steps.includes(action));
    });
    expect(idsOf(waiting)).toEqual(idsOf(due));
  });
});

test('every visit is seen by somebody and hidden from somebody, and notes are both', () => {
  expect(visits).toHaveLength(givenVisits.length);
  const readers = visits.map((visit) => people.filter((actor) => mayRead(visit, actor)).length);
  expect(readers.filter((count) => count === 0 || count === people.length)).toEqual([]);
  const read = notes.map((note) => people.filter((actor) => mayReadNote(note, actor)).length);
  expect([Math.min(...read) < people.length, Math.max(...read)]).toEqual([true, people.length]);
});
