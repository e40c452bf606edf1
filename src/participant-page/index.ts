export { ParticipantPageModule } from './participant-page.module.js';
