import type { FormHTMLAttributes, VNode } from 'preact';
import { useContext } from 'preact/hooks';
import { FORM_PERSON } from './form-mark.js';
import { SeenContext } from './look.js';

type PageFormProps = Omit<FormHTMLAttributes<HTMLFormElement>, 'method'>;

/**
 * Every form that changes something: it names the person it was rendered for, and `FormGuard` takes it from nobody
 * else. A form with files does so in its address, before the files.
 */
export function PageForm({ children, action, ...attributes }: PageFormProps): VNode {
  const { person } = useContext(SeenContext);
  const hasFiles = attributes.encType === 'multipart/form-data';
  const address = hasFiles && person && typeof action === 'string' ? withPerson(action, person) : action;
  return (
    <form method="post" action={address} {...attributes}>
      {person && !hasFiles && <input type="hidden" name={FORM_PERSON} value={person} />}
      {children}
    </form>
  );
}

function withPerson(action: string, person: string): string {
  const [path = '', fragment] = action.split('#');
  const query = new URLSearchParams({ [FORM_PERSON]: person }).toString();
  return `${path}${path.includes('?') ? '&' : '?'}${query}${fragment === undefined ? '' : `#${fragment}`}`;
}
