import { Injectable } from '@nestjs/common';

/** A participant who is called otherwise from now on: the same person, written down better. */
export interface ParticipantRename {
  visitId: string;
  from: string;
  to: string;
}

type RenameListener = (rename: ParticipantRename) => Promise<void>;

/** Where features above tell what goes by a participant's name alone, to follow it in the open transaction. */
@Injectable()
export class ParticipantRenames {
  private readonly listeners: RenameListener[] = [];

  register(listener: RenameListener): void {
    this.listeners.push(listener);
  }

  async happened(rename: ParticipantRename): Promise<void> {
    for (const listener of this.listeners) await listener(rename);
  }
}
