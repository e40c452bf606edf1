import { question } from '../queries/question.js';

export const page = question;
