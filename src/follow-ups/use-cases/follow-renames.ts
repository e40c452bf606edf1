import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ParticipantRenames } from '../../visits/index.js';
import { FollowUpRepository } from '../storage/follow-up-repository.js';

/** Lets promises follow a participant who put the own name right. */
@Injectable()
export class FollowRenames implements OnModuleInit {
  constructor(
    private readonly renames: ParticipantRenames,
    private readonly followUps: FollowUpRepository,
  ) {}

  onModuleInit(): void {
    this.renames.register(({ visitId, from, to }) => this.followUps.rename(visitId, from, to));
  }
}
