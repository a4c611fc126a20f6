import { useSignal } from '@preact/signals'
import { act } from './control-plane.ts'
import { refresh, state } from './live.ts'
import type { Fault } from './wire.ts'

const MOST = 10_000

/** The fault that stands for the slider: latency, and nothing that says where or when. */
function isOfEverything({ spec, off }: Fault): boolean {
  return spec.kind === 'latency' && Object.keys(spec).length === 2 && !off
}

/** How late every answer is. */
export function LatencySlider() {
  const moving = useSignal<number | undefined>(undefined)
  const faults = state.value?.faults.filter(isOfEverything) ?? []
  const now = faults.reduce((sum, { spec }) => sum + Number(spec['milliseconds']), 0)
  const shown = moving.value ?? now
  const set = async (milliseconds: number) => {
    for (const { id } of faults) {
      await act(`Remove ${id}`, { method: 'DELETE', path: `/faults/${id}` })
    }
    if (milliseconds > 0) {
      const body = { kind: 'latency', milliseconds }
      await act(`Everything ${milliseconds} ms late`, { method: 'POST', path: '/faults', body })
    }
    await refresh()
    moving.value = undefined
  }
  return (
    <label class="slider">
      <span class="spoken">Milliseconds</span>
      <input
        type="range"
        min={0}
        max={MOST}
        step={100}
        value={shown}
        aria-valuetext={`${shown} milliseconds`}
        onInput={(event) => {
          moving.value = Number(event.currentTarget.value)
        }}
        onChange={(event) => set(Number(event.currentTarget.value))}
      />
      <output>{shown === 0 ? 'none' : `${(shown / 1_000).toFixed(1)} s`}</output>
    </label>
  )
}
