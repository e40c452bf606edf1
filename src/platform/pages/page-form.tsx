import type { FormHTMLAttributes, VNode } from 'preact';
import { useContext } from 'preact/hooks';
import { newId } from '../text/tokens.js';
import { FORM_KEY, FORM_PERSON } from './form-mark.js';
import { SeenContext } from './look.js';

/** What the device keeps of a form until it is saved. */
interface KeptForm {
  /** Which form it is; the same text is offered where the same form opens again. */
  form: string;
  /** Version of what it changes, to tell when that was saved since. */
  version?: string | number;
  /** What its writer calls it. */
  title: string;
  /** Key of this rendering, where the form has one already. */
  key?: string;
}

interface PageFormProps extends Omit<FormHTMLAttributes<HTMLFormElement>, 'method'> {
  /** Has the device keep what is typed, by `platform/pages/browser/keep.ts`. */
  keep?: KeptForm | undefined;
}

/**
 * Every form that changes something: it names the person it was rendered for, and `FormGuard` takes it from nobody
 * else. A form with files does so in its address, before the files.
 */
export function PageForm({ children, action, keep, ...attributes }: PageFormProps): VNode {
  const { person, formKey } = useContext(SeenContext);
  const hasFiles = attributes.encType === 'multipart/form-data';
  const address = hasFiles && person && typeof action === 'string' ? withPerson(action, person) : action;
  return (
    <form
      method="post"
      action={address}
      data-keep={keep?.form}
      data-keep-version={keep?.version}
      data-keep-title={keep?.title}
      {...attributes}
    >
      {person && !hasFiles && <input type="hidden" name={FORM_PERSON} value={person} />}
      {keep && <input type="hidden" name={FORM_KEY} value={keep.key ?? formKey ?? newId()} />}
      {children}
    </form>
  );
}

function withPerson(action: string, person: string): string {
  const [path = '', fragment] = action.split('#');
  const query = new URLSearchParams({ [FORM_PERSON]: person }).toString();
  return `${path}${path.includes('?') ? '&' : '?'}${query}${fragment === undefined ? '' : `#${fragment}`}`;
}
