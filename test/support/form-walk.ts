import { RequestMethod } from '@nestjs/common';
import request from 'supertest';
import type { TestApp } from './app.js';
import type { FilledForm } from './filled-forms.js';
import { formPages, type FormPages } from './form-pages.js';
import { pageRoutes, type PageExample } from './page-examples.js';
import { formsOf, type FormButton, type PageForm } from './page-forms.js';

/** A button of a form of a page, as a name that stays the same from run to run. */
export interface Press {
  name: string;
  page: PageExample;
  form: PageForm;
  button: FormButton;
}

/** What can be lost: all but files, which a browser does not give back. */
export const typeable = ({ fields }: PageForm) => fields.filter(({ kind }) => kind !== 'file');
export const namesOf = (form: PageForm) => typeable(form).map(({ name }) => name);

/** Presses that end or move what others need come last, a new password after all: it ends the sign-in. */
const ENDS = [
  /data-pribadi|data-saya/,
  /^\/sandi/,
  /tangguhkan|serah-terima/,
  /langkah|hapus|terbit|kirim$|selesai|tautan$/,
];

/** Every page with a form, and everybody who sees one. */
export class FormWalk {
  /** Routes that any form met so far sends to. */
  readonly met = new Set<string>();

  private constructor(
    private readonly app: TestApp,
    readonly pages: FormPages['pages'],
    readonly of: FormPages['of'],
  ) {}

  static async through(app: TestApp): Promise<FormWalk> {
    const { pages, of } = await formPages(app);
    return new FormWalk(app, pages, of);
  }

  /** The forms of a page that change something, as it stands now. */
  async open(page: PageExample): Promise<PageForm[]> {
    const answer = await request(this.app.server)
      .get(page.path)
      .set('accept', 'text/html')
      .set(this.of(page.by));
    return formsOf(answer.text, page.path).filter(({ method }) => method === 'post');
  }

  /** A form that is sent to a page's address by whoever sees it. */
  post(page: PageExample, action: string): request.Test {
    return request(this.app.server).post(action).set('accept', 'text/html').set(this.of(page.by));
  }

  routeOf(action: string): string {
    const path = action.replace(/[?#].*/, '');
    const matches = (route: string) => new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}$`).test(path);
    return pageRoutes(this.app, RequestMethod.POST).find(matches) ?? action;
  }

  /** Every button of a form that has something to type. */
  async allPresses(): Promise<Press[]> {
    return (await this.everyButton()).filter(({ form }) => typeable(form).length > 0);
  }

  /** Every button of every form. */
  async everyButton(): Promise<Press[]> {
    const found = new Map<string, Press>();
    for (const page of this.pages) {
      for (const form of await this.open(page)) {
        for (const button of form.buttons) {
          this.met.add(this.routeOf(button.action));
          const said = button.pair?.join('=') ?? button.label;
          const name = `${this.routeOf(button.action)} ${said} (${[...new Set(namesOf(form))].join(', ')})`;
          if (!found.has(name)) found.set(name, { name, page, form, button });
        }
      }
    }
    const lateness = ({ button }: Press) => {
      const place = ENDS.findIndex((ends) => ends.test(`${button.action} ${button.pair?.[1] ?? ''}`));
      return place < 0 ? 0 : ENDS.length - place;
    };
    return [...found.values()].sort((one, other) => lateness(one) - lateness(other));
  }
}

/** Sends a form as a browser does; one with files with a file in each of its fields for them. */
export function attach(post: request.Test, form: PageForm, sent: FilledForm['sent']): request.Test {
  if (!form.isMultipart) return post.type('form').send(sent);
  for (const [name, value] of Object.entries(sent)) for (const one of [value].flat()) post.field(name, one);
  for (const { name } of form.fields.filter(({ kind }) => kind === 'file')) {
    post.attach(name, Buffer.from('%PDF-1.4'), 'isian.pdf');
  }
  return post;
}
