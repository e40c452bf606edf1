import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';

@Injectable()
export class Injects {
  constructor(readonly clock: Clock) {}
}
