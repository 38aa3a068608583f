import type { RuleBook } from '../../law/index.ts';
import { factSchema } from './rules/fact-fields.ts';

const reason = {
  type: 'object',
  required: ['code', 'says', 'basis', 'verified'],
  properties: {
    code: { type: 'string' },
    says: { type: 'string', description: 'En mening på svenska.' },
    basis: {
      type: 'array',
      items: { type: 'string' },
      description: 'Paragrafer: SFS 2010:800 16 kap. 30 §.',
    },
    verified: { type: 'boolean', description: 'Falskt när någon av texterna inte är läst i original.' },
    fact: { type: 'string', description: 'Uppgiften som saknas eller inte förstods.' },
  },
};

const answer = {
  type: 'object',
  required: ['rule', 'on', 'verdict', 'value', 'version', 'reasons'],
  properties: {
    rule: { type: 'string' },
    on: { type: 'string', format: 'date' },
    verdict: { enum: ['ok', 'missing', 'refused'] },
    value: {},
    version: { type: ['string', 'null'], description: 'Dagen då versionen började gälla.' },
    reasons: { type: 'array', items: { $ref: '#/components/schemas/Reason' } },
  },
};

/** The interface in OpenAPI 3.1, made of the rules' own schemas. */
export function openApi({ rules }: RuleBook): object {
  const paths = rules.map(({ id, title, sentence, facts, example }) => [
    `/api/rules/${id}`,
    {
      post: {
        operationId: id.replace('/', '.'),
        summary: title,
        description: sentence,
        requestBody: {
          required: true,
          content: { 'application/json': { schema: questionOf(facts), example: { facts: example } } },
        },
        responses: { 200: { description: 'Svaret, med alla skäl.', content: json('Answer') } },
      },
    },
  ]);
  return {
    openapi: '3.1.0',
    info: { title: 'Fullföljs regler', version: '0.1' },
    paths: Object.fromEntries(paths),
    components: { schemas: { Answer: answer, Reason: reason } },
  };
}

function json(schema: string) {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } };
}

function questionOf(facts: RuleBook['rules'][number]['facts']) {
  const on = { type: 'string', format: 'date', description: 'Dagen som frågan gäller; annars i dag.' };
  return { type: 'object', required: ['facts'], properties: { on, facts: factSchema(facts) } };
}
