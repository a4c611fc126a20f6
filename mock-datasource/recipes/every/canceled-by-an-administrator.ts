import { progress } from '../fields.ts'
import { ending } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const canceledByAnAdministrator = defineRecipe({
  name: 'canceled-by-an-administrator',
  says: 'Somebody else cancels every search that is made from now on.',
  correct: 'status `CANCELED`, and a failure of `results`',
  fields: { ...progress(30) },
  make: (source, { progress }) => ending(source, 'CANCELED', progress),
})
