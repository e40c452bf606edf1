// breaks: browser-stays-in-browser
import { question } from '../../queries/question.js';

export const asked = question;
