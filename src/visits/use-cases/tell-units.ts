import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TakenHostTime, UnitStrengths } from '../../units/index.js';
import { HostedPrograms } from '../queries/hosted-programs.js';
import { TakenTime } from '../queries/taken-time.js';

/** What units are told of visits: which of their time is taken, and what they were visited for. */
@Injectable()
export class TellUnits implements OnModuleInit {
  constructor(
    private readonly takenHostTime: TakenHostTime,
    private readonly strengths: UnitStrengths,
    private readonly taken: TakenTime,
    private readonly programs: HostedPrograms,
  ) {}

  onModuleInit(): void {
    this.takenHostTime.register((unit, from, to, now) => this.taken.ofHost(unit, from, to, now));
    this.strengths.register({
      name: 'kunjungan diterima',
      order: 10,
      counts: (unit) => this.programs.ofHost(unit),
      // Numbers are for everybody; the visits themselves are not.
      href: null,
    });
  }
}
