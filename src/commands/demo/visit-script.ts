import { LayOutAgenda, PublishAgenda } from '../../agendas/index.js';
import {
  ChangeParticipants,
  CreateVisit,
  ReadVisit,
  TakeStep,
  type NewParticipant,
  type NewVisit,
} from '../../visits/index.js';
import { minuteTakerNameOf, officerNameOf, officerOf } from './accounts.js';
import { answerByMail, type MailedStatus } from './mailed-answer.js';
import type { Stage, StoryStep } from './stage.js';

type TakenAction = Parameters<TakeStep['execute']>[2];
type StepInput = Parameters<TakeStep['execute']>[4];

/** What is asked for; the guest's officer asks. */
export interface Request extends Omit<NewVisit, 'guestUnit' | 'hostUnit' | 'kind' | 'ownHours'> {
  guest: string;
  host: string;
  kind?: NewVisit['kind'];
}

/** The steps of one visit, written down before they are played; its id is known once the first was. */
export class VisitScript {
  readonly steps: StoryStep[] = [];
  private id = '';

  constructor(private readonly request: Request) {}

  get visitId(): string {
    return this.id;
  }

  get host(): string {
    return this.request.host;
  }

  get guest(): string {
    return this.request.guest;
  }

  /** The guest writes the request down. */
  draft(at: Date): this {
    const { guest: guestUnit, host: hostUnit, kind = 'study-visit', ...rest } = this.request;
    const tell = `${guestUnit} writes a request to ${hostUnit}, “${rest.details.title}”`;
    return this.add(at, tell, async (stage) => {
      const request = { guestUnit, hostUnit, kind, ownHours: null, ...rest };
      this.id = await stage.use(CreateVisit).execute(stage.actor(officerOf(guestUnit)), request, null);
      return (await this.read(stage)).visit.reference;
    });
  }

  /** Somebody of a side takes a step. */
  step(at: Date, side: 'guest' | 'host', action: TakenAction, input: StepInput = {}): this {
    const unit = this.request[side];
    return this.add(at, `${unit}: ${action}${input.reason ? ` (“${input.reason}”)` : ''}`, async (stage) => {
      await stage.use(TakeStep).execute(stage.actor(officerOf(unit)), this.id, action, undefined, input);
      const { visit } = await this.read(stage);
      return `${visit.reference} is ${visit.state}`;
    });
  }

  /** Drafts and submits within ten minutes. */
  asked(at: Date): this {
    return this.draft(at).step(new Date(at.getTime() + 600_000), 'guest', 'submit');
  }

  /** The host lays out an agenda from a template and publishes it. */
  agenda(at: Date, template: 'half-day' | 'full-day' = 'half-day'): this {
    return this.add(at, `${this.host} publishes an agenda`, async (stage) => {
      const host = stage.actor(officerOf(this.host));
      await stage.use(LayOutAgenda).execute(host, this.id, template, 0);
      await stage.use(PublishAgenda).execute(host, this.id, 1);
      return undefined;
    });
  }

  /** Every participant answers; the first few as listed, the others accept. */
  answers(at: Date, first: readonly ('accepted' | 'tentative' | 'declined')[] = []): this {
    return this.eachParticipant(at, 'participants answer', (index) => ({
      answer: first[index] ?? 'accepted',
    }));
  }

  /** Somebody with an account answers by the buttons of a calendar program. */
  mailedAnswer(at: Date, email: string, status: MailedStatus): this {
    return this.add(at, `${email} answers by mail, ${status}`, (stage) =>
      answerByMail(stage, this.id, email, status, at),
    );
  }

  /** Who was there: all but those in the list of places. */
  attendance(at: Date, absent: readonly number[] = []): this {
    return this.eachParticipant(at, 'attendance is taken', (index) => ({
      attendance: absent.includes(index) ? 'absent' : 'present',
    }));
  }

  /** Time passes; the scheduled jobs do what is due. */
  wait(at: Date, tell: string): this {
    return this.add(at, tell, async (stage) => {
      // The jobs that are due run after every step.
      await Promise.resolve();
      return (await this.read(stage)).visit.reference;
    });
  }

  add(at: Date, tell: string, act: StoryStep['act']): this {
    this.steps.push({ at, tell, act });
    return this;
  }

  private read(stage: Stage) {
    return stage.use(ReadVisit).execute(stage.actor(officerOf(this.guest)), this.id);
  }

  private eachParticipant(
    at: Date,
    tell: string,
    change: (index: number) => Parameters<ChangeParticipants['change']>[3],
  ): this {
    return this.add(at, tell, async (stage) => {
      const { participants } = await this.read(stage);
      const actor = stage.actor(officerOf(this.guest));
      for (const [index, { id }] of participants.entries()) {
        await stage.use(ChangeParticipants).change(actor, this.id, id, change(index));
      }
      return `${participants.length} people`;
    });
  }
}

/** A small party of both units. */
export function party(guest: string, host: string): NewParticipant[] {
  return [
    { name: officerNameOf(guest), email: officerOf(guest), side: 'guest', role: 'leader' },
    {
      name: minuteTakerNameOf(guest),
      email: `notulis.${guest}@contoh.test`,
      side: 'guest',
      role: 'minute-taker',
    },
    { name: officerNameOf(host), email: officerOf(host), side: 'host', role: 'speaker' },
  ];
}
