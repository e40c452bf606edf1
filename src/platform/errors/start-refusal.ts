/** Why a process does not start, told to whoever starts it: the message says all, a stack would add nothing. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';
}
