import type { FormHTMLAttributes, VNode } from 'preact';
import { useContext } from 'preact/hooks';
import { newId } from '../text/tokens.js';
import { FORM_KEY, FORM_PERSON } from './form-mark.js';
import { BothVersions } from './both-versions.js';
import { SeenContext } from './look.js';

interface PageFormProps extends Omit<FormHTMLAttributes<HTMLFormElement>, 'method' | 'action'> {
  /** A page whose address is a secret sends to itself. */
  action?: string;
  /** The version of what it changes, as it is stored; without it nothing stored is changed. */
  version?: number;
  /** Asks for something new: what is stored of it cannot be typed here. */
  asks?: boolean;
  /** What it is about, where its address does not say so. */
  about?: string;
  /** Other addresses that its buttons send it to, and that show it again. */
  also?: readonly string[];
  /** Key of the rendering that this one stands for. */
  sameAs?: string | undefined;
}

/**
 * Every form that changes something: it names the person it was rendered for, and `FormGuard` takes it from nobody
 * else; and it has a key of its own, so that `FormOnce` does it once. A form with files says both in its address,
 * before the files. What is typed in one of more than two fields is kept on the device until this very form was saved
 * (`platform/pages/browser/keep.ts`). What was typed stands on the `version` that was read, also when the form is shown
 * again, until somebody else's was stored and both were shown.
 */
export function PageForm(props: PageFormProps): VNode {
  const { children, action, version, asks = false, about, also = [], sameAs, ...attributes } = props;
  const { person, answered, overtaken } = useContext(SeenContext);
  const hasFiles = attributes.encType === 'multipart/form-data';
  const path = action === undefined ? undefined : pathOf(action);
  const isAnswered = path === undefined || [path, ...also].includes(answered?.path ?? '');
  const before = isAnswered ? answered : null;
  const marks = { [FORM_KEY]: sameAs ?? before?.key ?? newId(), ...(person && { [FORM_PERSON]: person }) };
  return (
    <form
      method="post"
      action={hasFiles && action !== undefined ? withMarks(action, marks) : action}
      data-asks={asks ? '' : undefined}
      data-keep={[path, about].filter(Boolean).join('#')}
      {...attributes}
    >
      {!hasFiles &&
        Object.entries(marks).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
      {version !== undefined && (
        <input type="hidden" name="version" value={overtaken ? version : (before?.version ?? version)} />
      )}
      {before && overtaken && !asks && <BothVersions {...overtaken} />}
      {children}
    </form>
  );
}

const pathOf = (action: string): string => action.replace(/[?#].*/, '');

/** An address that has a mark already keeps it. */
function withMarks(action: string, marks: Record<string, string>): string {
  const [address = '', fragment] = action.split('#');
  const [path = '', given] = address.split('?');
  const query = new URLSearchParams(given);
  for (const [name, value] of Object.entries(marks)) if (!query.has(name)) query.set(name, value);
  return `${path}?${query.toString()}${fragment === undefined ? '' : `#${fragment}`}`;
}
