// breaks: use-cases-imports
import { question } from '../queries/question.js';

export const asked = question;
