export class Clock {
  readonly start = new Date();

  now(): Date {
    return new Date(Date.now());
  }
}
