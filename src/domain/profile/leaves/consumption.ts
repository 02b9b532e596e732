// Leaves of consumption: the "usage" of a service firm (hours, packages, posts, demands) and our own effort.
import { leaves } from "#domain/profile/leaf.ts";

export const consumptionLeaves = leaves([
  {
    key: "consumption.contracted",
    type: "number",
    reads: ["consumption"],
    window: 31,
    finest: "month",
    missingWhen:
      "no recent period tells what was contracted, or its units differ and cannot be added",
    pt: "Contratado no período",
    en: "Contracted in the period",
  },
  {
    key: "consumption.used",
    type: "number",
    reads: ["consumption"],
    window: 31,
    finest: "month",
    missingWhen: "no recent period tells what was used, or its units differ and cannot be added",
    pt: "Usado no período",
    en: "Used in the period",
  },
  {
    key: "consumption.useRate",
    type: "share",
    reads: ["consumption"],
    window: 31,
    finest: "month",
    missingWhen: "no recent period has both contracted and used",
    pt: "Uso do contratado",
    en: "Share of contracted service used",
  },
  {
    key: "consumption.effortHours",
    type: "number",
    reads: ["effort"],
    window: 30,
    finest: "month",
    missingWhen: "effort of the last 30 days is not wholly covered",
    pt: "Horas nossas em 30 dias",
    en: "Our hours in 30 days",
  },
  {
    key: "consumption.marginRate",
    type: "share",
    reads: ["effort", "contract"],
    window: 90,
    finest: "month",
    missingWhen: "cost of effort or monthly revenue is unknown, or a currency has no rate",
    pt: "Margem da conta em 90 dias",
    en: "Account margin over 90 days",
  },
]);
